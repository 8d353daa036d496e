// La nomenclature de ce que le produit embarque (CycloneDX 1.6), tirée du fichier de verrouillage : ni date ni hasard, deux fois la même.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const purl = (nom, version) => `pkg:npm/${nom.startsWith('@') ? nom.replace('@', '%40') : nom}@${version}`;
/** « sha512-<base64> » devient l'hexadécimal que demande CycloneDX. */
const sha512 = (integrite) => Buffer.from(integrite.replace(/^sha512-/, ''), 'base64').toString('hex');
const NOM = 'node_modules/';
const nomDe = (chemin) => chemin.slice(chemin.lastIndexOf(NOM) + NOM.length);

export const sbom = (verrou, projet) => {
  const paquets = Object.entries(verrou.packages).filter(([chemin, p]) => chemin !== '' && !p.dev && !p.devOptional && !p.optional && !p.peer);
  const ref = (chemin) => purl(nomDe(chemin), verrou.packages[chemin].version);
  // Par nom, pas par place dans node_modules : un outil de développement de plus n'y change rien.
  paquets.sort(([a], [b]) => (ref(a) < ref(b) ? -1 : 1));
  /** Comme Node : le paquet le plus proche en remontant. */
  const trouve = (depuis, nom) => {
    for (let base = depuis; ; base = base.slice(0, Math.max(0, base.lastIndexOf(`/${NOM}`)))) {
      const chemin = `${base && `${base}/`}${NOM}${nom}`;
      if (verrou.packages[chemin]) return ref(chemin);
      if (base === '') throw new Error(`${nom} manque au fichier de verrouillage`);
    }
  };
  const liens = (depuis, noms = {}) => Object.keys(noms).map((nom) => trouve(depuis, nom)).sort();
  const racine = purl(projet.name, projet.version);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { type: 'application', 'bom-ref': racine, name: projet.name, version: projet.version, licenses: [{ license: { id: projet.license } }], purl: racine } },
    components: paquets.map(([chemin, { version, license, integrity }]) => ({
      type: 'library', 'bom-ref': ref(chemin), name: nomDe(chemin), version, hashes: [{ alg: 'SHA-512', content: sha512(integrity) }], licenses: [{ license: { id: license } }], purl: ref(chemin),
    })),
    dependencies: [{ ref: racine, dependsOn: liens('', projet.dependencies) }, ...paquets.map(([chemin, p]) => ({ ref: ref(chemin), dependsOn: liens(chemin, p.dependencies) }))],
  };
};

/** @param fichier chemin depuis le dossier de sortie du paquet */
export const ecrisSbom = (fichier) => ({
  apply: (compilateur) => compilateur.hooks.thisCompilation.tap('sbom', (compilation) => {
    const { RawSource } = compilateur.webpack.sources;
    compilation.hooks.processAssets.tap('sbom', () => {
      const lis = (nom) => JSON.parse(readFileSync(path.join(compilateur.context, nom), 'utf8'));
      compilation.emitAsset(fichier, new RawSource(`${JSON.stringify(sbom(lis('package-lock.json'), lis('package.json')), null, 2)}\n`));
    });
  }),
});
