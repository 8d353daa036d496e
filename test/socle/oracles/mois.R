# Chaque mois de mars 1900 à décembre 2199 vu par R (base) : année, mois, jour de série du 1er, longueur, jour de semaine du 1er (1 = lundi).
# Rscript mois.R > mois.json
premiers <- seq(as.Date("1900-03-01"), as.Date("2200-01-01"), by = "month")
serie <- as.integer(premiers) + 25569L
n <- length(premiers) - 1L
lignes <- sprintf("[%s,%d,%d,%d,%s]", format(premiers[1:n], "%Y"), as.integer(format(premiers[1:n], "%m")), serie[1:n], diff(serie), format(premiers[1:n], "%u"))
cat("[\n", paste(lignes, collapse = ",\n"), "\n]\n", sep = "")
