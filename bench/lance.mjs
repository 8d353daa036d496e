// Le banc : chaque cas de performance en rapports mesurés dans la même séance. --cas P1,P9 · --n 100000 · --tours 15 · --json
const option = (nom, defaut) => {
  const rang = process.argv.indexOf(`--${nom}`);
  return rang < 0 ? defaut : process.argv[rang + 1];
};
const TOUS = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P9', 'P10', 'P11', 'PAGE'];
/** Ceux dont la mesure n'est pas ici. */
const AILLEURS = ['P8 (échanges avec l’hôte) : compté et exigé par les tests (test/excel/trafic, test/google/trafic), un compte n’est pas un temps.'];
const demandes = (option('cas', TOUS.join(',')) ?? '').split(',').map((nom) => nom.trim().toUpperCase());
const inconnus = demandes.filter((nom) => !TOUS.includes(nom));
if (inconnus.length > 0) {
  console.error(`Cas inconnu : ${inconnus.join(', ')}. Choisissez parmi ${TOUS.join(', ')}.`);
  process.exit(2);
}
const reglages = { n: Number(option('n', 100_000)), tours: Number(option('tours', 15)) };
const enJson = process.argv.includes('--json');
const chiffre = (valeur) => (valeur >= 100 ? valeur.toFixed(0) : valeur.toPrecision(3)).replace('.', ',');
const sortie = [];

for (const nom of demandes) {
  const cas = await import(`./cas/${nom.toLowerCase()}.mjs`);
  const { aa, valable, mesures, manque } = await cas.mesure(reglages);
  for (const une of mesures) sortie.push({ cas: nom, ...une, aa, valable });
  if (enJson) continue;
  console.log(`${nom} · ${cas.titre} (A/A ${chiffre(aa)}${valable ? '' : ', hors de 0,95 à 1,05 : mesure à refaire'})`);
  for (const { mesure, ratio, q1, q3, objectif, sens, tenu } of mesures) {
    console.log(`   ${tenu ? 'tenu  ' : 'MANQUÉ'} ${chiffre(ratio).padStart(7)} (${chiffre(q1)} à ${chiffre(q3)}), objectif ${sens === 'au-plus' ? '≤' : '≥'} ${chiffre(objectif)} · ${mesure}`);
  }
  if (manque) console.log(`   ${manque}`);
}
if (enJson) console.log(JSON.stringify(sortie));
else if (demandes.length === TOUS.length) for (const ligne of AILLEURS) console.log(ligne);
