// Le RGPD d'une enquête : ce que vaut chaque preuve, la liste de contrôle, la mention, et ce que l'on trouve de personnel dans un classeur.
import fc from 'fast-check';
import { analyse } from '../../src/outils/rgpd/analyse';
import { controle, mentionInformation, registreConsentements } from '../../src/outils/rgpd/commandes';
import { registreTraitements } from '../../src/outils/rgpd/registre-traitements';
import { clefNir, detecte, estIbanValide, type Genre } from '../../src/outils/rgpd/detecteurs';
import { lignesDesPoints } from '../../src/outils/rgpd/feuille-controle';
import { mention } from '../../src/outils/rgpd/mention';
import { avancement, lisReponse, POINTS } from '../../src/outils/rgpd/points';
import { lisConsentement, preuveDe } from '../../src/outils/rgpd/preuve';
import { cherche, recherche } from '../../src/outils/rgpd/recherche';
import { titrePersonnel } from '../../src/outils/rgpd/titres';
import { qualification, reglagesDe } from '../../src/outils/rgpd/reperes';
import type { Cellule } from '../../src/socle/cellule';
import type { Commande } from '../../src/socle/outil';
import { deIso } from '../../src/socle/jours';
import { appelle } from '../../src/socle/fonction';
import { fonctions } from '../../src/registre';
import { conduis } from '../../src/socle/suite';
import { ClasseurMemoire, clef } from '../hotes/classeur-memoire';
import { hasard } from '../hotes/hasard';

const AU = deIso('2026-11-22')!;
const contexte = (saisies: Record<string, string> = {}) => ({ aujourdhui: AU, au: null, saisies });
const lance = (c: ClasseurMemoire, commande: Commande, saisies: Record<string, string> = {}) => conduis(commande.execute(contexte(saisies)), c);
const en = (c: ClasseurMemoire, feuille: string, ligne: number, colonne: number): Cellule => c.trouve(feuille)!.cases.get(clef(ligne, colonne))?.v ?? null;
const remplie = (feuilles: Record<string, readonly (readonly Cellule[])[]>): ClasseurMemoire => {
  const c = new ClasseurMemoire();
  for (const [nom, lignes] of Object.entries(feuilles)) {
    c.ajoute(nom);
    lignes.forEach((ligne, i) => ligne.forEach((v, j) => v !== null && v !== '' && c.tape(nom, i + 1, j + 1, v)));
  }
  return c;
};

describe('Ce que vaut une preuve de consentement', () => {
  const jour = (iso: string): number => deIso(iso)!;
  test.each<[Cellule, Cellule, Cellule, Cellule, Cellule, string]>([
    ['A. Aube', 'Oui', jour('2026-03-01'), jour('2026-03-05'), '', 'Complète'],
    ['A. Aube', 'x', '01/03/2026', '', '', 'Complète'],
    ['A. Aube', 'Oui', jour('2026-03-05'), jour('2026-03-05'), '', 'Complète'],
    ['A. Aube', 'Oui', '', jour('2026-03-05'), '', 'Date du consentement manquante'],
    ['A. Aube', 'Oui', 'mars', '', '', 'Date du consentement illisible'],
    ['', 'Oui', '01/03/2026', '', '', 'Identité manquante'],
    ['A. Aube', 'Oui', '07/03/2026', '05/03/2026', '', 'Consentement du 07/03/2026, postérieur à la réponse du 05/03/2026'],
    ['A. Aube', 'Oui', '01/03/2026', '05/03/2026', '10/04/2026', 'Retiré le 10/04/2026 : excluez la réponse des calculs'],
    ['A. Aube', 'Retiré', '01/03/2026', '', '', 'Retiré, sans date de retrait lisible : excluez la réponse des calculs'],
    ['A. Aube', 'Oui', '01/03/2026', '', 'oui', 'Retiré, sans date de retrait lisible : excluez la réponse des calculs'],
    ['A. Aube', 'Non', '01/03/2026', '', '', 'Consentement refusé : excluez la réponse des calculs'],
    ['A. Aube', 'Oui', '01/03/2026', '05/03/2026', '-', 'Complète'],
    ['A. Aube', 'Oui', '01/03/2026', '05/03/2026', 'sans objet', 'Complète'],
    ['A. Aube', 'Oui', '01/03/2026', '05/03/2026', 'Non', 'Complète'],
    ['A. Aube', 'à voir', '01/03/2026', '', '', 'Consentement ambigu : écrivez Oui, Non ou Retiré'],
    ['A. Aube', '', '01/03/2026', '', '', 'Consentement non renseigné'],
    ['', '', '', '', '', 'Aucune preuve de consentement'],
    ['', 0, 0, 0, 0, 'Aucune preuve de consentement'],
  ])('%s, %s, le %s, répondu le %s, retiré le %s : %s', (identite, consentement, date, reponse, retrait, phrase) => expect(preuveDe({ identite, consentement, date, reponse, retrait }).phrase).toBe(phrase));
  test.each(['oui', 'OUI', 'O', 'ok', 'X', 'accord donné', 'J’accepte'.slice(2), 'Accepté', true, 1])('%s est un accord', (mot) => expect(lisConsentement(mot)).toBe('oui'));
  test.each(['non', 'N', 'refus', 'Refusé', 'pas d’accord', false])('%s est un refus', (mot) => expect(lisConsentement(mot)).toBe('non'));
});

describe('La liste de contrôle', () => {
  test('a vingt-deux points au moins, dans deux groupes, et les quatre documents du dossier', () => {
    expect(POINTS.length).toBeGreaterThanOrEqual(22);
    expect([...new Set(POINTS.flatMap(({ document }) => document ?? []))].sort()).toEqual(['Code de conduite du sous-traitant', 'Contrats qui définissent les rôles', 'Dispositifs d’information des personnes', 'Registre des activités de traitement']);
    // « Oui » est toujours l'obligation tenue : aucun point ne se demande à l'envers.
    for (const { texte } of POINTS) expect(texte).not.toMatch(/\?|^(Y a-t-il|Est-ce)/);
  });
  test.each<[unknown, string]>([['Oui', 'oui'], ['oui ', 'oui'], ['Non', 'non'], ['S.O.', 'sans-objet'], ['non concerné', 'sans-objet'], ['NC', 'ambigue'], ['N.C', 'ambigue'], ['', 'vide'], [0, 'vide'], ['peut-être', 'ambigue']])('%p se lit %s', (mot, attendu) => expect(lisReponse(mot)).toBe(attendu));
  test('un point sans réponse est applicable et pas tenu', () => expect(avancement(['Oui', '', 'Non', 'Sans objet', 'NC'])).toEqual({ tenus: 1, applicables: 4, ambigues: 1 }));
  test('les réponses restent quand on la refait ; l’avancement se lit dans le volet', () => {
    const c = remplie({ Notes: [['à moi']] });
    expect(lance(c, controle).message).toBe('L’onglet « RGPD » est créé.');
    const ligne = lignesDesPoints().get(1)!;
    c.tape('RGPD', ligne, 3, 'Oui');
    c.tape('RGPD', ligne, 4, 'note du 3 mars');
    c.tape('RGPD', lignesDesPoints().get(2)!, 3, 'NC');
    c.tape('RGPD', lignesDesPoints().get(3)!, 3, 'Sans objet');
    expect(lance(c, controle)).toMatchObject({ ecrit: false });
    expect([en(c, 'RGPD', ligne, 3), en(c, 'RGPD', ligne, 4)]).toEqual(['Oui', 'note du 3 mars']);
    const lu = conduis(analyse(contexte()), c);
    // Vingt-trois points, deux qui ne concernent qu'un prestataire, un sans objet.
    expect(lu.phrases[0]).toBe('1 point sur 20 de la liste de contrôle.');
    expect(lu.anomalies.map(({ adresse, message }) => `${adresse} ${message}`)).toEqual([`RGPD!C${lignesDesPoints().get(2)!} Cette réponse est ambiguë (« NC » peut vouloir dire trois choses) : écrivez Oui, Non ou Sans objet.`]);
    expect(conduis(analyse(contexte({ prestataire: 'oui' })), c).phrases[0]).toBe('1 point sur 22 de la liste de contrôle.');
    expect(conduis(analyse(contexte({ base: 'mission' })), c).phrases[0]).toBe('1 point sur 17 de la liste de contrôle.');
    expect(conduis(analyse(contexte({ recueil: 'non' })), c).phrases[0]).toBe('1 point sur 18 de la liste de contrôle.');
  });
  const CONFORMITE = fonctions.find(({ nom }) => nom === 'CONFORMITE_RGPD')!;
  test.each<[string, unknown, string]>([
    ['une colonne entière', Array.from({ length: 1000 }, (_, i) => [i < 3 ? 'Oui' : '']), 'CONFORMITE_RGPD : une colonne entière compterait ses cellules vides comme des points non tenus. Donnez la plage des points seulement, par exemple C5:C27.'],
    ['« NC »', [['Oui'], ['NC']], 'CONFORMITE_RGPD : « NC » est ambigu. Écrivez Oui, Non ou Sans objet.'],
  ])('CONFORMITE_RGPD refuse %s', (_, valeurs, phrase) => expect(() => appelle(CONFORMITE, [valeurs])).toThrow(phrase));
});

describe('Les preuves d’une enquête, ligne par ligne', () => {
  const CONSENTEMENTS = [['Id répondant', 'Identité', 'Consentement', 'Date du consentement', 'Modalité', 'Date de retrait'], ['R1', 'Aube', 'Oui', 46082, 'Case cochée', null], ['R2', 'Brun', 'oui', null, 'Oral', null], ['R3', 'Clair', 'Oui', 46090, 'Courriel', null], ['R4', 'Doux', 'Oui', 46082, 'Case', 46122]];
  const REPONSES = [['Enquête'], ['Id répondant', 'Nom', 'Soumis le', 'Note'], ['R1', 'Aube', 46086, 4], ['R2', 'Brun', 46086, 2], ['r3 ', 'Clair', 46087, 5], ['R4', 'Doux', 46088, 1], ['R5', 'Est', 46089, 3]];
  test('chaque réponse a sa preuve, à sa ligne', () => {
    const lu = conduis(analyse(contexte({ feuilleReponses: 'Réponses' })), remplie({ Réponses: REPONSES, Consentements: CONSENTEMENTS }));
    expect(lu.anomalies.map(({ adresse, message }) => `${adresse} ${message}`)).toEqual(['Réponses!A4 Date du consentement manquante.', 'Réponses!A5 Consentement du 09/03/2026, postérieur à la réponse du 06/03/2026.', 'Réponses!A6 Retiré le 10/04/2026 : excluez la réponse des calculs.', 'Réponses!A7 Aucune preuve de consentement dans « Consentements ».']);
    expect(lu.indicateurs.map(({ id, numerateur, denominateur }) => `${id} ${numerateur}/${denominateur}`)).toEqual(['preuves 1/5', 'a-exclure 1/5']);
  });
  test('sans feuille de réponses, le registre se lit seul', () => expect(conduis(analyse(contexte()), remplie({ Consentements: CONSENTEMENTS })).indicateurs[0]).toMatchObject({ numerateur: 2, denominateur: 4 }));
  test('si la base légale n’est pas le consentement, une preuve absente n’est qu’une information', () => {
    const lu = conduis(analyse(contexte({ base: 'mission' })), remplie({ Consentements: CONSENTEMENTS }));
    expect([...new Set(lu.anomalies.map(({ gravite }) => gravite))]).toEqual(['information']);
    expect(lu.phrases[1]).toBe('Base légale : mission d’intérêt public. La preuve d’un consentement n’est pas exigée ; l’information des personnes et leur droit de s’opposer le sont.');
  });
  test('la qualification le dit en clair', () => {
    expect(qualification(reglagesDe({ envoi: 'non', recueil: 'non' }))[0]).toMatch(/^Sans aucune donnée personnelle/);
    expect(qualification(reglagesDe({ recueil: 'non' })).slice(0, 2)).toEqual(['Les adresses qui servent à l’envoyer sont des données personnelles ; ce que ses questions demandent n’en est pas, tant qu’aucune réponse ne désigne quelqu’un.', 'Votre structure est responsable de traitement, sans sous-traitant.']);
    expect(qualification(reglagesDe({ envoi: 'non' }))[0]).toBe('Votre structure est responsable de traitement, sans sous-traitant.');
    expect(qualification(reglagesDe({ prestataire: 'oui' }))[0]).toBe('Votre structure est responsable de traitement ; le prestataire est sous-traitant, un contrat le dit.');
    expect(qualification(reglagesDe({})).at(-1)).toBe('Ces repères aident à préparer le dossier ; ils ne remplacent pas l’avis du délégué à la protection des données.');
  });
  test('un registre se crée vide ; celui qui est là n’est pas recréé', () => {
    const c = remplie({ Notes: [['à moi']] });
    expect(lance(c, registreConsentements)).toMatchObject({ feuille: 'Consentements', ecrit: true });
    expect(lance(c, registreConsentements)).toMatchObject({ ecrit: false, message: 'Le classeur a déjà un registre des consentements, « Consentements » : rien n’a été écrit.' });
  });
});

describe('La mention d’information', () => {
  const SAISIES = { enquete: 'Accueil 2026', responsable: 'Mairie de Valombre', delegue: 'dpo@valombre.exemple', finalite: 'mesurer la satisfaction', destinataires: 'le service accueil', duree: 'trois mois', donneesDemandees: 'âge', transferts: 'aucun' };
  test('dit tout ce que l’article 13 demande, et rien ne manque', () => {
    const { longue, courte, manque } = mention(reglagesDe(SAISIES));
    expect(manque).toEqual([]);
    expect(longue.map(([titre]) => titre)).toEqual(['Qui utilise vos données', 'Qui contacter', 'Lesquelles, et pourquoi', 'Qui les reçoit', 'Hors de l’Union européenne', 'Combien de temps', 'Faut-il répondre', 'Vos droits', 'Réclamation']);
    for (const valeur of Object.values(SAISIES)) expect(longue.map(([, phrase]) => phrase).join(' ')).toContain(valeur);
    expect(courte).toContain('retirer votre accord à tout moment');
  });
  test('sans consentement, ouvre le droit de s’opposer et ne parle pas de retrait', () => {
    const { courte } = mention(reglagesDe({ ...SAISIES, base: 'mission' }));
    expect(courte).toContain('vous opposer');
    expect(courte).not.toContain('retirer votre accord');
  });
  test('ce qui manque est nommé, dans le texte et en tête', () => {
    const c = remplie({ Notes: [['à moi']] });
    lance(c, mentionInformation, { responsable: 'Mairie' });
    expect(en(c, 'Mention RGPD', 3, 1)).toBe('À compléter dans les réglages : nom de l’enquête, coordonnées du délégué à la protection des données, pourquoi ces données, qui reçoit les données, durée de conservation, données demandées, transferts hors de l’Union européenne, ou « aucun ».');
  });
  test('chercher ou refaire une feuille n’oublie pas les réglages retenus', () => {
    const c = remplie({ Notes: [['à moi']] });
    lance(c, mentionInformation, SAISIES);
    lance(c, recherche);
    lance(c, controle);
    lance(c, registreTraitements);
    expect(conduis(analyse(contexte()), c).saisies).toEqual(SAISIES);
  });
});

describe('Les données personnelles d’un texte libre', () => {
  test.each<[string, Genre[]]>([
    ['Écrivez à jean.exemple@valombre.fr', ['courriel']], ['Appelez le 06 12 34 56 78', ['telephone']], ['+33 (0)1.23.45.67.89', ['telephone']], ['NIR 2 55 08 14 168 025 38', ['nir']], ['255081416802538', ['nir']], ['IBAN FR14 2004 1010 0505 0001 3M02 606', ['iban']], ['plaque AB-123-CD', ['plaque']], ['Mme Brun est passée', ['nom']],
    ['Monsieur Le Gall', ['nom']], ['Madame La directrice et M. Dupont', ['nom']], ['mme dupont', ['nom']], ['M Dupont', ['nom']], ['vu m. dupont', ['nom']], ['plaque ab-123-cd', ['plaque']], ['Allocataire n° 1234567', ['allocataire']], ['mon numéro d’allocataire : 7654321', ['allocataire']],
    ['Le 12/03/2026 à 10 h 30', []], ['Dossier 2026-000123', []], ['Madame, Monsieur, bonjour', []], ['255081416802539', []], ['FR14 2004 1010 0505 0001 3M02 607', []], ['Tarif de 1 234 567,89 €', []], ['RAS', []], ['Monsieur Le maire', []], ['Madame la directrice', []], ['la mme est venue', []], ['à 5 m. environ', []],
  ])('« %s » : %p', (texte, attendus) => expect(detecte(texte)).toEqual(attendus));

  test('la clef d’un NIR, Corse comprise (97 moins le reste par 97)', () => {
    fc.assert(fc.property(fc.constantFrom('1', '2'), fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.constantFrom('01', '38', '75', '95', '2A', '2B'), fc.integer({ min: 1, max: 990 }), fc.integer({ min: 1, max: 999 }), (sexe, an, mois, departement, commune, ordre) => {
      const treize = `${sexe}${String(an).padStart(2, '0')}${String(mois).padStart(2, '0')}${departement}${String(commune).padStart(3, '0')}${String(ordre).padStart(3, '0')}`;
      // BigInt : une autre arithmétique que la nôtre.
      const attendue = 97n - (BigInt(treize.replace('2A', '19').replace('2B', '18')) % 97n);
      expect(clefNir(treize)).toBe(Number(attendue));
      expect(detecte(`n° ${treize}${String(attendue).padStart(2, '0')}`)).toEqual(['nir']);
      expect(detecte(`n° ${treize}${String((Number(attendue) % 97) + 1).padStart(2, '0')}`)).not.toContain('nir');
    }));
  });
  test('un IBAN dont on change un signe n’en est plus un', () => {
    // Exemples publiés dans le registre des IBAN (ISO 13616).
    for (const valide of ['FR1420041010050500013M02606', 'DE89370400440532013000', 'BE68539007547034', 'ES9121000418450200051332', 'GB29NWBK60161331926819']) {
      expect(estIbanValide(valide)).toBe(true);
      fc.assert(fc.property(fc.integer({ min: 4, max: valide.length - 1 }), fc.integer({ min: 0, max: 9 }), (rang, chiffre) => {
        const autre = valide.slice(0, rang) + String(chiffre) + valide.slice(rang + 1);
        expect(estIbanValide(autre)).toBe(autre === valide);
      }));
    }
  });
  test('rappel et précision sur mille réponses fabriquées', () => {
    const de = hasard(2026);
    const chiffres = (n: number): string => Array.from({ length: n }, () => de.entre(0, 9)).join('');
    const nir = (): string => {
      const treize = `${de.entre(1, 2)}${chiffres(2)}${String(de.entre(1, 12)).padStart(2, '0')}${String(de.entre(1, 95)).padStart(2, '0')}${chiffres(3)}${chiffres(3)}`;
      return treize + String(97n - (BigInt(treize) % 97n)).padStart(2, '0');
    };
    const NOMS = ['Martin', 'Le Goff', 'N’Diaye', 'Élodie', 'D’Aube'];
    const avec: Record<Genre, () => string> = {
      courriel: () => `${de.parmi(['a.b', 'jean-luc', 'contact.2026'])}@${de.parmi(['exemple.fr', 'mairie-valombre.exemple', 'sous.domaine.exemple'])}`,
      telephone: () => { const sep = de.parmi([' ', '.', '-', '']); return `0${de.entre(1, 9)}${Array.from({ length: 4 }, () => sep + chiffres(2)).join('')}`; },
      nir, iban: () => de.parmi(['FR14 2004 1010 0505 0001 3M02 606', 'DE89370400440532013000', 'BE68 5390 0754 7034']),
      plaque: () => `${de.parmi(['AB', 'CD', 'XY', 'ZZ'])}-${chiffres(3)}-${de.parmi(['EF', 'GH', 'JK'])}`, nom: () => `${de.parmi(['M.', 'Mme', 'Monsieur', 'Dr'])} ${de.parmi(NOMS)}`, allocataire: () => `allocataire n° ${chiffres(7)}`,
    };
    const PHRASES = ['J’ai attendu %, merci', 'Rappelez-moi : %', 'Vu avec % le 12/03/2026', '%', 'Très bien (%)'];
    const SANS = ['Accueil parfait', 'Attente de 45 minutes le 03/04/2026', 'Dossier 2026-00123 perdu', 'Note 4,5 sur 5', 'Madame, Monsieur, merci', 'Guichet 12, ligne 3', 'Le 0 800 ne répond pas', 'Formulaire CERFA 12345*02'];
    let [vrais, manques, faux] = [0, 0, 0];
    for (let i = 0; i < 1000; i++) {
      const genre = i % 2 === 0 ? de.parmi(Object.keys(avec) as Genre[]) : null;
      const trouves = detecte(genre === null ? de.parmi(SANS) : de.parmi(PHRASES).replace('%', avec[genre]()));
      if (genre !== null && trouves.includes(genre)) vrais++;
      else if (genre !== null) manques++;
      faux += trouves.filter((un) => un !== genre).length;
    }
    const [rappel, precision] = [vrais / (vrais + manques), vrais / (vrais + faux)];
    console.info(`rappel ${(100 * rappel).toFixed(1)} %, précision ${(100 * precision).toFixed(1)} % sur 1 000 réponses fabriquées (500 avec une donnée personnelle)`);
    expect(rappel).toBeGreaterThan(0.98);
    expect(precision).toBeGreaterThan(0.98);
  });
});

describe('Chercher dans le classeur', () => {
  const c = (): ClasseurMemoire => {
    const classeur = remplie({ Réponses: [['Enquête 2026'], ['Nom', 'Note', 'Commentaire'], ['Aube', 4, 'Rien'], ['Brun', 2, 'Appelez le 06 12 34 56 78'], ['Clair', 5, 'aube@exemple.fr']], Cachée: [['Tél', 'x'], ['0612345678', 'y']] });
    classeur.pourEcrire('Cachée').masquee = true;
    return classeur;
  };
  test.each(['Votre nom', 'Nom de l’usager', 'Nom complet', 'Coordonnées', 'Nom de famille', 'Prénom de l’usager', 'Nom et prénom', 'NOM Prénom', 'Adresse e-mail'])('« %s » annonce des personnes', (titre) => expect(titrePersonnel(titre)).toBe(true));
  test.each(['Nom de la commune', 'Nom du service', 'Note', 'Canal', 'Nombre', 'Nom de l’action'])('« %s » n’annonce personne', (titre) => expect(titrePersonnel(titre)).toBe(false));
  test('colonnes par leur titre, cellules par leur contenu, feuilles masquées comprises', () => expect(conduis(cherche(), c()).map(({ feuille, colonne, titre, masquee, genres }) => [feuille, colonne, titre, masquee, [...genres].map(([genre, lignes]) => `${genre} ${lignes.join()}`)])).toEqual([
    ['Réponses', 1, 'Nom', false, []], ['Réponses', 3, '', false, ['telephone 4', 'courriel 5']], ['Cachée', 1, 'Tél', true, ['telephone 2']],
  ]));
  test('le compte rendu donne les adresses, jamais le contenu ; les feuilles ne changent pas', () => {
    const classeur = c();
    const avant = classeur.trouve('Réponses');
    lance(classeur, recherche);
    const textes = [...classeur.trouve('Données personnelles')!.cases.values()].map(({ v }) => String(v ?? '')).join('\n');
    expect(textes).toContain('C4');
    expect(textes).not.toMatch(/06 12|aube@|Brun/);
    expect(classeur.trouve('Réponses')).toBe(avant);
  });
});
