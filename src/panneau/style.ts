// La feuille de style du volet, tout entière sous `.volet` : elle ne déborde pas sur la page qui l'accueille.
import { css as jetons } from './jetons';

const socle = `
.volet,.volet *{box-sizing:border-box}
.volet{height:100%;overflow-y:scroll;overflow-x:hidden;background:var(--fond);color:var(--encre);font:400 .875rem/1.43 var(--police);text-align:left}
.volet button,.volet input,.volet select{font:inherit;letter-spacing:inherit;word-spacing:inherit;color:inherit}
.volet .contenant{display:flex;flex-direction:column;min-height:100%}
.volet .suivant{margin-top:1.2em}
.volet .droite{text-align:right;padding:5px 0 5px 8px}
.volet :focus-visible{outline:2px solid var(--anneau);outline-offset:2px;border-radius:var(--rayon)}
.volet h1:focus-visible,.volet h2:focus-visible{outline-offset:4px}
.volet [hidden]{display:none!important}
.volet p{margin:0 0 .6em}
.volet h1{font-size:1em;font-weight:600;margin:0;overflow-wrap:anywhere}
.volet h2{font-size:1em;font-weight:600;margin:1.3em 0 .55em}
.volet h2:first-child,.volet .page>h2{margin-top:0}
.volet h3{font-size:1em;font-weight:600;margin:0}
.volet .ic{width:20px;height:20px;flex:none;fill:none;stroke:currentColor;stroke-width:1.5;stroke-linecap:round;stroke-linejoin:round}
.volet .ic.plein{fill:currentColor;stroke:none}
.volet .cache{position:absolute!important;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.volet .discret{color:var(--encre2);font-size:.857em}
.volet .entete{display:flex;align-items:center;gap:6px;padding:10px 16px 6px}
.volet[data-peau=excel] .entete{padding-right:16px}
.volet .entete .ou{flex:1;min-width:0}
.volet .entete p{margin:0;color:var(--encre2);font-size:.857em;overflow-wrap:anywhere}
.volet .icone{width:32px;height:32px;display:grid;place-items:center;border:0;background:none;border-radius:var(--rayon);cursor:pointer;padding:0;flex:none}
.volet .icone:hover{background:var(--fond2)}
.volet .onglets{display:flex;flex-wrap:wrap;border-bottom:1px solid var(--trait);padding:0 8px;position:sticky;top:0;background:var(--fond);z-index:2}
.volet .onglets button{flex:none;min-height:32px;border:0;border-bottom:3px solid transparent;background:none;padding:5px 8px 6px;color:var(--encre2);cursor:pointer}
.volet .onglets button[aria-selected=true]{color:var(--encre);font-weight:600;border-bottom-color:var(--accent)}
.volet main{flex:1 0 auto;padding:12px 16px 16px;min-width:0}
.volet footer{display:flex;flex-wrap:wrap;align-items:center;gap:2px 12px;padding:6px 16px;border-top:1px solid var(--trait);font-size:.857em;color:var(--encre2)}
.volet footer b{flex:1;color:var(--encre);font-weight:600}
.volet .lien{background:none;border:0;padding:2px 0;min-height:24px;color:inherit;text-decoration:underline;text-underline-offset:2px;cursor:pointer;text-align:left;font-weight:inherit;overflow-wrap:anywhere}
.volet .lien.fort{font-weight:600}
.volet .lien.accent{color:var(--accent)}`;

const boutons = `
.volet .bouton{display:inline-flex;gap:8px;align-items:center;justify-content:center;min-height:32px;padding:5px 14px;border:1px solid var(--bord);border-radius:var(--rayonBouton);background:var(--fond);cursor:pointer;font-weight:600;text-align:center;max-width:100%}
.volet .bouton:hover{background:var(--fond2)}
.volet .bouton.premier{background:var(--accent);border-color:var(--accent);color:var(--surAccent)}
.volet .bouton.premier:hover{background:var(--accentAppuye)}
.volet .bouton.petit{min-height:28px;padding:2px 10px;font-weight:400;font-size:.93em}
.volet .bouton[disabled]{background:var(--fond2);border-color:var(--trait);color:var(--encre2);cursor:default}
.volet .large{width:100%}
.volet .rangee{display:flex;flex-wrap:wrap;gap:8px;margin-top:12px}
.volet .rangee.large>*{flex:1 1 100%}
.volet .retour{display:inline-flex;align-items:center;gap:4px;margin:0 0 8px -4px;padding:2px 6px 2px 2px;min-height:28px;border:0;background:none;border-radius:var(--rayon);cursor:pointer;color:var(--encre2)}
.volet .retour:hover{background:var(--fond2)}
.volet .retour .ic{width:16px;height:16px}`;

const blocs = `
.volet .alertes{display:grid;gap:8px}
.volet .alerte{display:flex;gap:10px;align-items:center;width:100%;min-height:40px;text-align:left;border:1px solid transparent;border-left:4px solid var(--alerte);border-radius:var(--rayon);padding:7px 8px 7px 10px;background:var(--fondAlerte);cursor:pointer}
.volet .alerte.faute{background:var(--fondFaute);border-left-color:var(--faute)}
.volet .alerte.doute{background:var(--fond2);border-left-color:var(--bord)}
.volet .alerte span{flex:1;min-width:0;overflow-wrap:anywhere}
.volet .alerte b{font-weight:600}
.volet .alerte small{display:block;font-size:.857em;color:var(--encre2)}
.volet .alerte>.ic:first-child{color:var(--alerte)}
.volet .alerte.faute>.ic:first-child{color:var(--faute)}
.volet .alerte.doute>.ic:first-child{color:var(--encre2)}
.volet .alerte>.ic:last-child{width:16px;height:16px}
.volet .taux{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,8.4em),1fr));gap:8px;margin:0;padding:0;list-style:none}
.volet .taux li{border:1px solid var(--trait);border-radius:var(--rayon);padding:7px 10px 8px;min-width:0}
.volet .taux .nom{display:block;font-size:.857em;color:var(--encre2)}
.volet .taux .ligne{display:flex;flex-wrap:wrap;align-items:baseline;justify-content:space-between;column-gap:8px}
.volet .taux .valeur{font-size:1.5em;line-height:1.25;font-weight:600;font-variant-numeric:tabular-nums;white-space:nowrap}
.volet .taux .vide{font-size:1em;font-weight:400;line-height:1.875}
.volet .taux .effectif{font-size:.857em;color:var(--encre2);font-variant-numeric:tabular-nums}
.volet .taux .cible{display:flex;gap:4px;align-items:center;margin-top:4px;font-size:.82em;line-height:1.3}
.volet .taux .cible .ic{width:14px;height:14px}
.volet .taux .bon{color:var(--bon)}
.volet .taux .loin{color:var(--alerte)}
.volet .puce{width:100%;height:8px;display:block}
.volet .puce .gouttiere{fill:var(--trait)}.volet .puce .mesure{fill:var(--taux)}.volet .puce .repere{fill:var(--encre)}.volet .puce .halo{fill:var(--fond)}
.volet .note{display:flex;gap:10px;padding:10px;border-radius:var(--rayon);background:var(--doux);margin:0 0 12px}
.volet .note>div{flex:1;min-width:0;overflow-wrap:anywhere}
.volet .note p:last-child{margin:0}
.volet .note.alerteNote{background:var(--fondAlerte)}.volet .note.alerteNote>.ic{color:var(--alerte)}
.volet .note.faute{background:var(--fondFaute)}.volet .note.faute>.ic{color:var(--faute)}
.volet .note .rangee{margin-top:8px}
.volet .travail{border:1px solid var(--trait);border-radius:var(--rayon);padding:10px;margin:0 0 12px}
.volet .travail .pas{display:flex;justify-content:space-between;gap:8px;font-size:.857em;color:var(--encre2);margin-bottom:4px}
.volet progress{width:100%;height:8px;appearance:none;border:0;border-radius:4px;background:var(--trait);overflow:hidden;display:block}
.volet progress::-webkit-progress-bar{background:var(--trait)}.volet progress:indeterminate,.volet progress:indeterminate::-webkit-progress-bar{background:linear-gradient(90deg,var(--accent) 30%,var(--trait) 30%)}.volet progress::-webkit-progress-value{background:var(--accent)}.volet progress::-moz-progress-bar{background:var(--accent)}
.volet .succes{position:sticky;bottom:8px;z-index:3;margin:0 12px 8px;background:var(--encre);color:var(--fond);border-radius:var(--rayon);padding:8px 8px 8px 12px;display:flex;gap:8px;align-items:center}
.volet .succes>div{flex:1;min-width:0;overflow-wrap:anywhere}.volet .succes p{margin:0}
.volet .succes .icone:hover{background:none}
.volet .succes :focus-visible{outline-color:var(--fond)}
.volet .os{background:var(--fond2);border-radius:var(--rayon);height:5.5em}
.volet .heros{text-align:center;padding:4px 0 8px}
.volet .heros svg{width:112px;height:auto}
.volet .heros h1{font-size:1.43em;line-height:1.3;margin:10px 0 4px}
.volet .heros p{color:var(--encre2)}`;

const contenus = `
.volet .offre{list-style:none;padding:0;margin:12px 0}
.volet .offre li{padding:8px 0;border-bottom:1px solid var(--trait)}
.volet .offre b{display:block;font-weight:600}.volet .offre span{color:var(--encre2);font-size:.9em}
.volet .liste{list-style:none;padding:0;margin:0}
.volet .liste h3,.volet section>h3{margin-top:1em}
.volet .liste>li{padding:8px 0;border-bottom:1px solid var(--trait);overflow-wrap:anywhere}
.volet .liste .ligne{display:flex;flex-wrap:wrap;justify-content:space-between;gap:0 12px;align-items:baseline}
.volet .liste b{font-weight:600}
.volet table{width:100%;border-collapse:collapse;font-size:.93em}
.volet caption{text-align:left}
.volet th{text-align:left;font-weight:400;padding:5px 8px 5px 0;vertical-align:top}
.volet thead th{color:var(--encre2);font-size:.92em;vertical-align:bottom}
.volet td{padding:5px 0 5px 8px;text-align:right;vertical-align:top;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.volet td:first-child{padding-left:0}
.volet tr{border-bottom:1px solid var(--trait)}
.volet .colonnes{display:grid;gap:0;margin:0 0 12px}
.volet ul.colonnes{padding:0;list-style:none}
.volet .colonnes>div,.volet .colonnes>li{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,9em),1fr));gap:2px 12px;align-items:center;padding:6px 0;border-bottom:1px solid var(--trait)}
.volet .defile{overflow-x:auto;margin-bottom:12px}
.volet .texte{text-align:left}
.volet details{margin:12px 0 0}
.volet summary{min-height:28px;padding:4px 0;cursor:pointer;font-weight:600}
.volet .champ{margin:0 0 12px;min-width:0}
.volet .champ label{display:block;font-weight:600;margin-bottom:4px}
.volet .champ .aide{font-size:.857em;color:var(--encre2);margin:4px 0 0;overflow-wrap:anywhere}
.volet input,.volet select{width:100%;min-width:0;min-height:32px;padding:5px 8px;border:1px solid var(--bord);border-radius:var(--rayon);background:var(--fond)}
.volet [aria-invalid=true]{border:2px solid var(--faute)}
.volet .erreur{display:flex;gap:4px;color:var(--faute);font-size:.857em;margin:4px 0 0}
.volet .erreur .ic{width:16px;height:16px}
.volet .paire{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,8em),1fr));gap:4px 8px;align-items:center;margin:0 0 8px}
.volet legend{padding:0;font-weight:600;margin-bottom:4px}
.volet fieldset{border:0;padding:0;margin:0;min-width:0}
.volet code{font-family:Consolas,"Roboto Mono",monospace;font-size:.93em;overflow-wrap:anywhere;background:var(--fond2);border-radius:3px;padding:1px 3px}
.volet .exemples{margin:4px 0 0;padding-left:1.1em}
.volet .douze{width:100%;height:auto;display:block}
.volet .douze text{font-size:9.5px;fill:var(--encre2)}
.volet .douze .grille{stroke:var(--trait)}.volet .douze .barre{fill:var(--volume);stroke:var(--bordVolume);stroke-width:.6}
.volet .douze .courbe{fill:none;stroke:var(--ligne);stroke-width:2}.volet .douze .point{fill:var(--ligne);stroke:var(--fond);stroke-width:1}
.volet .douze .seuil{stroke:var(--encre);stroke-dasharray:3 3}
.volet .legende{display:flex;flex-wrap:wrap;gap:2px 12px;font-size:.857em;color:var(--encre2);margin:4px 0 0;padding:0;list-style:none}
.volet .legende svg.douze{width:18px;height:10px;margin-right:5px;vertical-align:-1px}`;

const contextes = `
@media (max-height:480px){.volet .entete{padding:5px 12px 0}.volet .onglets button{min-height:26px;padding:2px 8px 3px}.volet main{padding:7px 12px}.volet .accueilli{padding-top:12px}.volet .principal .alertes{grid-template-columns:repeat(auto-fit,minmax(min(100%,9em),1fr));gap:6px}.volet .principal .alerte{min-height:0;padding:4px 6px;gap:6px;font-size:.9em;line-height:1.25}.volet .principal .alerte small,.volet .principal .alerte>.ic:last-child,.volet .principal .superflu{display:none}.volet .principal .taux{margin-top:7px;gap:6px}.volet .principal .taux li{padding:3px 8px 5px}.volet .principal .taux .valeur{font-size:1.3em}.volet .principal .puce{height:6px}.volet .principal .taux .cible{margin-top:2px}.volet .principal .rangee{margin-top:8px}}
@media (forced-colors:active){.volet .taux li,.volet .alerte,.volet .note,.volet .succes,.volet .travail,.volet .os{border:1px solid CanvasText}.volet .onglets button[aria-selected=true]{border-bottom-color:Highlight}.volet .puce .gouttiere{fill:Canvas;stroke:CanvasText}.volet .puce .mesure,.volet .douze .barre{fill:Highlight;forced-color-adjust:none}.volet .puce .halo{fill:Canvas}.volet .puce .repere,.volet .douze .point,.volet .douze text{fill:CanvasText}.volet .douze .courbe,.volet .douze .seuil{stroke:CanvasText}.volet progress::-webkit-progress-value{background:Highlight}.volet .bouton.premier{border:2px solid ButtonText}}
@media (prefers-reduced-motion:no-preference){.volet .os{animation:volet-os 1.2s infinite alternate}@keyframes volet-os{to{opacity:.5}}}`;

export const css = [jetons, socle, boutons, blocs, contenus, contextes].join('').replace(/\n/g, '');
