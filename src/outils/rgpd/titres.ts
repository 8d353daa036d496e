// Les titres de colonnes qui annoncent des données personnelles.
import { sansAccents } from '../../socle/normalise';

/** « Votre nom », « Nom de l'usager », « Nom complet » ; « Nom de la commune » n'est celui de personne. */
const PERSONNE = 'usager|usagere|demandeur|demandeuse|repondant|repondante|client|cliente|personne|agent|eleve|enfant|parent|allocataire|patient|adherent|contact|expediteur|signataire|interlocuteur|responsable legal';
const NOM = new RegExp(`^(votre |vos |mon |ma )?(noms?|prenoms?)( (et |ou )?(noms?|prenoms?)| complet| de famille| d usage| de naissance| de jeune fille| marital)*( (de l|du|de la|de|d un|d une|des) (${PERSONNE})s?)?$`);
const AUTRES = /^(votre |vos |mon |ma )?(identite|civilite et nom|adresse|adresse .*|rue|coordonnees.*|e ?mails?|courriels?|mail|.*adresse (mail|electronique|e mail).*|.*(e mail|courriel) (de|du|des) .*|tel|portable|mobile|.*telephone.*|date de naissance|ne le|nee le|naissance|numero (d )?allocataire|n allocataire|numero de securite sociale|n de securite sociale|nir|iban|rib|usager|repondant|expediteur|demandeur|immatriculation|plaque|signature)$/;

export const titrePersonnel = (titre: string): boolean => {
  const mots = sansAccents(titre).replace(/[^a-z0-9]+/g, ' ').trim();
  return NOM.test(mots) || AUTRES.test(mots);
};
