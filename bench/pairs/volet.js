// Le même premier écran (onglets, alertes, quatre taux, bouton) écrit avec React et Fluent v9, pour le comparer au nôtre. Ne sert qu'au banc.
/* global document, google */
import { Button, Card, FluentProvider, Link, MessageBar, MessageBarBody, ProgressBar, Tab, TabList, Text, Title3, webLightTheme } from '@fluentui/react-components';
import { createElement as e, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

const Taux = ({ libelle, valeur, sur }) =>
  e(Card, { className: 'taux' }, e(Text, { size: 200 }, libelle), e(Text, { weight: 'bold', size: 500 }, `${(100 * valeur).toFixed(1).replace('.', ',')} %`), e(Text, { size: 200 }, sur), e(ProgressBar, { value: valeur }));

const Volet = () => {
  const [recu, recoit] = useState(null);
  useEffect(() => google.script.run.withSuccessHandler((texte) => recoit(JSON.parse(texte))).withFailureHandler(() => undefined).demandeDuVolet('{"genre":"ouvre"}'), []);
  if (recu === null) return e(Text, null, 'Lecture du classeur…');
  const outil = recu.outils[0];
  return e('div', { className: 'volet' },
    e(Title3, null, 'Feuille « Registre »'),
    e(TabList, { selectedValue: outil.id }, recu.outils.map(({ id, nomCourt }) => e(Tab, { key: id, value: id }, nomCourt))),
    ['2 demandes en retard', '1 à échéance proche'].map((phrase) => e(MessageBar, { key: phrase, intent: 'warning' }, e(MessageBarBody, null, phrase))),
    e('div', null, [['Moins de 8 jours', 0.25, '3 sur 12'], ['Moins de 15 jours', 0.545, '6 sur 11'], ['Moins de 30 jours', 0.7, '7 sur 10'], ['Non répondu', 0.455, '5 sur 11']].map(([libelle, valeur, sur]) => e(Taux, { key: libelle, libelle, valeur, sur }))),
    e(Button, { appearance: 'primary' }, 'Onglet Résultats'),
    e(Link, null, 'Voir ce qui sera écrit'));
};

createRoot(document.getElementById('volet')).render(e(FluentProvider, { theme: webLightTheme }, e(Volet)));
