// Les engagements « Services Publics + » : les neuf de 2021 et les huit de 2023, tels qu'ils sont publiés (domaine.md §3.2). Chacun les modifie dans « Paramètres ».

/** Thématique, puis engagement. */
export const ENGAGEMENTS: readonly (readonly [thematique: string, engagement: string])[] = [
  ['Un service public plus proche', '1. Dans le respect mutuel, vous êtes accueillis avec bienveillance et avez le droit à l’erreur'],
  ['Un service public plus proche', '2. Vous pouvez facilement entrer en contact avec vos services publics'],
  ['Un service public plus proche', '3. Vous bénéficiez d’un accompagnement adapté à votre situation personnelle'],
  ['Un service public plus efficace', '4. Votre demande est traitée dans les délais annoncés'],
  ['Un service public plus efficace', '5. Vous disposez d’une information claire, simple et accessible'],
  ['Un service public plus efficace', '6. Vous avez accès à nos résultats de qualité de service'],
  ['Un service public plus simple', '7. Votre avis est pris en compte pour améliorer le service rendu'],
  // Le libellé complet du huitième n'est pas public partout : celui de 2021, à corriger dans « Paramètres ».
  ['Un service public plus simple', '8. Nous sommes éco-responsables'],
  ['Engagements de 2021', '1. Dans le respect mutuel, vous êtes accueillis avec courtoisie et bienveillance, et dans les conditions prévues par la loi vous avez le droit à l’erreur'],
  ['Engagements de 2021', '2. Nous sommes joignables par téléphone ou sur place et nous facilitons vos démarches en ligne'],
  ['Engagements de 2021', '3. Vous bénéficiez d’un accompagnement adapté à votre situation personnelle'],
  ['Engagements de 2021', '4. Nous vous orientons vers la personne compétente pour traiter votre demande'],
  ['Engagements de 2021', '5. Vous recevez une réponse à vos demandes dans les délais annoncés et vous êtes informés sur l’avancement de votre dossier'],
  ['Engagements de 2021', '6. Vous avez accès à nos résultats de qualité de service'],
  ['Engagements de 2021', '7. Vos avis sont pris en compte pour améliorer et simplifier nos démarches'],
  ['Engagements de 2021', '8. Nous développons en permanence nos compétences et nous améliorons en continu'],
  ['Engagements de 2021', '9. Nous sommes éco-responsables'],
];
