# Douze registres tirés au hasard (graine fixe) et tous leurs indicateurs, calculés par R (base) d'après la règle écrite, sans voir le produit.
# Depuis ce dossier : Rscript registres.R écrit registres.json (lignes et valeurs attendues, pleine précision).
set.seed(20261122, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")

TAILLES <- c(0, 1, 2, 5, 30, 200, 200, 500, 12, 60, 350, 900)
ARRETES <- as.Date(c("2026-11-22", "2024-02-29", "2026-06-01", "2025-12-31", "2026-05-26", "2008-05-13", "2026-11-30", "2027-01-01", "2026-03-31", "2025-05-30", "2024-07-14", "2028-02-29"))
SEUILS <- c(8, 14, 15, 30)
BORDS <- c(0, 6, 7, 8, 9, 13, 14, 15, 16, 28, 29, 30, 31)
CANAUX <- c("courrier", "courriel", "autre")

# --- Le tirage -------------------------------------------------------------------------------------------------------------------------
tire <- function(n, au, abime) {
  vide <- as.Date(rep(NA, n))
  lignes <- data.frame(canal = character(n), reception = vide, accuse = vide, reponse = vide, annonce = rep(NA_integer_, n), motif = rep(NA_character_, n), stringsAsFactors = FALSE)
  if (n == 0) return(lignes)
  lignes$canal <- sample(CANAUX, n, replace = TRUE, prob = c(4, 4, 1))
  # Quatorze mois : de treize mois avant l'arrêté à un mois après ; une demande sur quatre a l'âge exact d'un seuil, ou à un jour près.
  age <- sample(-30:395, n, replace = TRUE)
  bord <- runif(n) < 0.25
  age[bord] <- sample(BORDS, sum(bord), replace = TRUE)
  lignes$reception <- au - age
  delai <- ifelse(runif(n) < 0.5, sample(BORDS, n, replace = TRUE), floor(rexp(n, 1 / 18)))
  repondue <- runif(n) < 0.75
  lignes$reponse[repondue] <- (lignes$reception + delai)[repondue]
  # L'accusé suit le plus souvent de près ; parfois le jour même, parfois après la réponse, parfois après l'arrêté.
  accuse <- runif(n) < 0.5
  lignes$accuse[accuse] <- (lignes$reception + ifelse(runif(n) < 0.6, sample(c(0, 1, 6, 7, 8, 13, 14, 15), n, replace = TRUE), floor(rexp(n, 1 / 9))))[accuse]
  annonce <- runif(n) < 0.3
  lignes$annonce[annonce] <- sample(5:60, n, replace = TRUE)[annonce]
  # Une demande ouverte sur cinq a dépassé son délai annoncé de zéro ou d'un jour exactement.
  juste <- which(!repondue & age >= 5 & age <= 60 & runif(n) < 0.4)
  lignes$annonce[juste] <- as.integer(pmax(5, age[juste] - sample(0:1, length(juste), replace = TRUE)))
  if (abime) {
    sort <- sample(c("", "reponse-avant", "accuse-avant", "sans-reception", "hors-perimetre"), n, replace = TRUE, prob = c(16, 1, 1, 1, 1))
    i <- which(sort == "reponse-avant"); lignes$reponse[i] <- lignes$reception[i] - sample(1:40, length(i), replace = TRUE)
    i <- which(sort == "accuse-avant"); lignes$accuse[i] <- lignes$reception[i] - sample(1:40, length(i), replace = TRUE)
    i <- which(sort == "accuse-avant"); lignes$reponse[i] <- as.Date(NA)
    i <- which(sort == "sans-reception"); lignes$reception[i] <- as.Date(NA)
    i <- which(sort == "hors-perimetre"); lignes$reponse[i] <- as.Date(NA)
    lignes$motif[sort != ""] <- sort[sort != ""]
  }
  lignes
}

# --- Le calendrier (Pâques par l'épacte de Clavius, telle que Knuth l'écrit) --------------------------------------------------------------
paques <- function(annee) {
  or <- annee %% 19 + 1
  siecle <- annee %/% 100 + 1
  solaire <- (3 * siecle) %/% 4 - 12
  lunaire <- (8 * siecle + 5) %/% 25 - 5
  dimanche <- (5 * annee) %/% 4 - solaire - 10
  epacte <- (11 * or + 20 + lunaire - solaire) %% 30
  if ((epacte == 25 && or > 11) || epacte == 24) epacte <- epacte + 1
  lune <- 44 - epacte
  if (lune < 21) lune <- lune + 30
  lune <- lune + 7 - (dimanche + lune) %% 7
  as.Date(sprintf("%d-03-01", annee)) + lune - 1
}
feries <- do.call(c, lapply(2005:2032, function(annee) c(
  as.Date(sprintf("%d-%s", annee, c("01-01", "05-01", "05-08", "07-14", "08-15", "11-01", "11-11", "12-25"))),
  paques(annee) + c(1, 39, 50))))
tous_les_jours <- seq(as.Date("2005-01-01"), as.Date("2032-12-31"), by = "day")
est_ouvre <- as.POSIXlt(tous_les_jours)$wday %in% 1:5 & !(tous_les_jours %in% feries)
ouvres_cumules <- cumsum(est_ouvre)
rang_du_jour <- function(jour) as.integer(jour - tous_les_jours[1]) + 1L
ouvres_entre <- function(debut, fin) ouvres_cumules[rang_du_jour(fin)] - ouvres_cumules[rang_du_jour(debut)]

# --- Les indicateurs ---------------------------------------------------------------------------------------------------------------------
mesures <- function(lignes, au) {
  l <- lignes[!is.na(lignes$reception) & is.na(lignes$motif) & lignes$reception <= au, ]
  l$accuse[!is.na(l$accuse) & l$accuse > au] <- NA
  l$reponse[!is.na(l$reponse) & l$reponse > au] <- NA
  d <- as.integer(l$reponse - l$reception)
  age <- as.integer(au - l$reception)
  a <- as.integer(l$accuse - l$reception)
  ferme <- !is.na(d)
  couple <- function(numerateur, base) c(sum(numerateur & base), sum(base))

  base_de <- list(cohorte = function(k) age >= k, echus = function(k) ferme | age >= k, tous = function(k) rep(TRUE, nrow(l)))
  taux <- lapply(base_de, function(base) c(
    setNames(lapply(SEUILS, function(k) couple(ferme & !is.na(d) & d < k, base(k))), paste0("moins-de-", SEUILS)),
    list(
      "classe-0-7" = couple(ferme & d <= 7, base(15)),
      "classe-8-14" = couple(ferme & d >= 8 & d <= 14, base(15)),
      "considere-non-repondu" = couple(ifelse(ferme, d > 14, age > 14), base(15)))))

  limite <- ifelse(is.na(l$annonce), 14L, l$annonce)
  retard <- !ferme & au > l$reception + limite
  toutes <- rep(TRUE, nrow(l))
  avec <- !is.na(a)
  limite_ar <- c(courriel = 7, courrier = 14)[l$canal]
  juge_ar <- !is.na(limite_ar) & !(ferme & d <= limite_ar) & !(age <= limite_ar)
  juge_ar[is.na(juge_ar)] <- FALSE
  constats <- list(
    "sans-reponse-finale" = couple(!ferme, toutes), "en-retard" = couple(retard, toutes), "en-cours" = couple(!ferme & !retard, toutes),
    "reponses-directes" = couple(ferme & !avec, toutes), "reponses-avec-ar" = couple(ferme & avec, toutes),
    "ar-seul" = couple(!ferme & avec, toutes), "sans-suite" = couple(!ferme & !avec, toutes),
    "ar-conforme" = couple(avec & a <= limite_ar, juge_ar))

  clos <- d[ferme]
  ouvres <- ouvres_entre(l$reception[ferme], l$reponse[ferme])
  si <- function(x, f) if (length(x) == 0) NA_real_ else as.numeric(f(x))
  delais <- list(n = length(clos), moyen = si(clos, mean), median = si(clos, median), p90 = si(clos, function(x) quantile(x, 0.9, type = 7)),
    "moyen-ouvres" = si(ouvres, mean), "median-ouvres" = si(ouvres, median))

  premier <- as.Date(format(au, "%Y-%m-01"))
  douze <- format(seq(premier, by = "-1 month", length.out = 12)[12:1], "%Y-%m")
  mois_recu <- format(l$reception, "%Y-%m")
  mois <- lapply(douze, function(m) {
    dans <- mois_recu == m
    compte <- function(x) sum(x & dans, na.rm = TRUE)
    list(m, c(sum(dans), compte(ferme), compte(d < 8), compte(d < 15), compte(d < 30), compte(ifelse(ferme, d > 14, age > 14)), sum(clos[dans[ferme]])))
  })
  list(taux = taux, constats = constats, delais = delais, mois = mois)
}

# --- Le JSON, écrit à la main ------------------------------------------------------------------------------------------------------------
nombre <- function(x) ifelse(is.na(x), "null", sprintf("%.17g", as.numeric(x)))
texte <- function(x) ifelse(is.na(x), "null", sprintf('"%s"', as.character(x)))
liste <- function(x) paste0("[", paste(nombre(x), collapse = ","), "]")
objet <- function(x, ecrit) paste0("{", paste(sprintf('"%s":%s', names(x), vapply(x, ecrit, "")), collapse = ","), "}")

en_json <- function(rang) {
  au <- ARRETES[rang]
  lignes <- tire(TAILLES[rang], au, abime = rang > 8)
  ecrites <- sprintf("[%s,%s,%s,%s,%s,%s]", texte(lignes$canal), texte(format(lignes$reception)), texte(format(lignes$accuse)), texte(format(lignes$reponse)), nombre(lignes$annonce), texte(lignes$motif))
  bloc <- function(canal) {
    m <- mesures(if (canal == "tous") lignes else lignes[lignes$canal == canal, ], au)
    mois <- vapply(m$mois, function(x) sprintf('["%s",%s]', x[[1]], paste(nombre(x[[2]]), collapse = ",")), "")
    sprintf('    "%s": {\n      "taux": %s,\n      "constats": %s,\n      "delais": %s,\n      "mois": [%s]\n    }', canal,
      objet(m$taux, function(t) objet(t, liste)), objet(m$constats, liste), objet(m$delais, nombre), paste(mois, collapse = ","))
  }
  sprintf(' {"rang": %d, "au": "%s", "lignes": [\n   %s],\n  "attendu": {\n%s\n  }}', rang, format(au), paste(ecrites, collapse = ",\n   "), paste(vapply(c("tous", "courrier", "courriel"), bloc, ""), collapse = ",\n"))
}
cat("[\n", paste(vapply(seq_along(TAILLES), en_json, ""), collapse = ",\n"), "\n]\n", sep = "", file = "registres.json")
