// npm start : sert la page locale sur cette machine, et rien d'autre. Le seul endroit du projet qui ouvre un port.
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** Les seuls fichiers servis : ceux que la fabrication a produits. */
const FICHIERS: Readonly<Record<string, readonly [fichier: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/index.html': ['index.html', 'text/html; charset=utf-8'],
  '/page.js': ['page.js', 'text/javascript; charset=utf-8'],
  '/page.css': ['page.css', 'text/css; charset=utf-8'],
};

/** Rien que les fichiers de la page ; aucune requête ne part, aucun texte ne s'exécute ni ne devient du HTML. */
const SECURITE = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const dossier = path.join(__dirname, '..', 'page');
const serveur = createServer((requete, reponse) => {
  const chemin = new URL(requete.url ?? '/', 'http://localhost').pathname;
  const servi = FICHIERS[chemin];
  // Un autre nom d'hôte que celui de cette machine : une page étrangère qui voudrait lire celle-ci par un détour de DNS.
  const locale = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(requete.headers.host ?? '');
  if (!locale || (requete.method !== 'GET' && requete.method !== 'HEAD') || servi === undefined) {
    reponse.writeHead(!locale ? 403 : servi === undefined ? 404 : 405, { 'Content-Type': 'text/plain; charset=utf-8', ...SECURITE }).end('Cette adresse ne sert que la page de Classeur+.\n');
    return;
  }
  reponse.writeHead(200, { 'Content-Type': servi[1], ...SECURITE }).end(requete.method === 'HEAD' ? undefined : readFileSync(path.join(dossier, servi[0])));
});

/** Le port voulu (PORT, 4173 à défaut), ou n'importe lequel s'il est pris. */
const voulu = Number(process.env['PORT'] ?? 4173);
const annonce = (): void => {
  const { port } = serveur.address() as AddressInfo;
  process.stdout.write(`Classeur+ est prêt : ouvrez http://localhost:${port}/ dans votre navigateur.\nRien ne quitte votre machine. Pour arrêter : Ctrl+C.\n`);
};
serveur.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EADDRINUSE' && cause.code !== 'EACCES') throw cause;
  serveur.listen(0, '127.0.0.1', annonce);
});
serveur.listen(voulu, '127.0.0.1', annonce);
