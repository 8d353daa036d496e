# Les valeurs attendues du cœur statistique, calculées par R (base) sans voir le produit : lois, proportions, tests, quantiles, corrélations, grappes.
# Depuis ce dossier : Rscript statistiques.R écrit statistiques.json (une ligne par vecteur, autant de chiffres qu'il en faut).
set.seed(20261126, kind = "Mersenne-Twister", normal.kind = "Inversion", sample.kind = "Rejection")
sortie <- character(0)
ecris <- function(v) {
  if (is.null(v) || (length(v) == 1 && is.na(v))) return("null")
  if (is.character(v)) return(paste0('"', v, '"'))
  if (is.list(v)) return(paste0("[", paste(sapply(v, ecris), collapse = ","), "]"))
  if (is.matrix(v)) return(paste0("[", paste(apply(v, 1, function(l) ecris(unname(l))), collapse = ","), "]"))
  nombres <- ifelse(as.numeric(sprintf("%.15g", v)) == v, sprintf("%.15g", v), sprintf("%.17g", v))
  if (length(v) == 1) nombres else paste0("[", paste(nombres, collapse = ","), "]")
}
# Un tableau d'une seule valeur doit rester un tableau.
suite <- function(v) as.list(v)
vecteur <- function(genre, entrees, attendu) sortie[[length(sortie) + 1]] <<- paste0("[", ecris(genre), ",", ecris(entrees), ",", ecris(as.list(attendu)), "]")

# --- Les lois, queues comprises -----------------------------------------------------------------------------------------------------------
for (z in c(0.001, 0.1, 0.5, 1, 1.2, 1.5, 1.6449, 1.959964, 2.5758, 3, 5, 8, 15, 30)) vecteur("normale", list(z), 2 * pnorm(-z))
for (d in c(1, 2, 3, 4.5, 9, 23, 50, 199, 1000, 1e5)) for (t in c(1e-3, 0.5, 1.7, 2.2622, 5, 30)) if (2 * pt(-t, d) > 1e-290) vecteur("student", list(t, d), 2 * pt(-t, d))
for (d in c(1, 2, 3, 5, 6, 12, 37, 100, 1000)) for (q in c(1e-6, 0.1, 0.9, 1, 1.1, 2, 5, 10)) { x <- q * d; p <- pchisq(x, d, lower.tail = FALSE); if (p > 1e-290) vecteur("khi2", list(x, d), p) }
for (d1 in c(1, 2, 5, 40)) for (d2 in c(1, 2.5, 27.3, 2000)) for (f in c(0.01, 1, 4, 100)) { p <- pf(f, d1, d2, lower.tail = FALSE); if (p > 1e-290) vecteur("f", list(f, d1, d2), p) }
for (d in c(1, 2, 3, 4, 9, 12, 19, 23, 47, 100, 1000, 1e5)) vecteur("quantile-student", list(d), qt(0.975, d))

# --- Proportions --------------------------------------------------------------------------------------------------------------------------
wilson <- function(p, n, z = qnorm(0.975)) { c <- (p + z^2 / (2 * n)) / (1 + z^2 / n); h <- z * sqrt(p * (1 - p) / n + z^2 / (4 * n^2)) / (1 + z^2 / n); c(c - h, c + h) }
for (cas in list(c(5, 6), c(200, 240), c(0, 10), c(10, 10), c(1, 1), c(0, 1), c(31, 62), c(999, 1000), c(3, 47), c(123456, 654321))) {
  ic <- suppressWarnings(prop.test(cas[1], cas[2], correct = FALSE)$conf.int)
  vecteur("wilson", list(cas[1], cas[2], NA), c(ic[1], ic[2]))
}
for (cas in list(c(40, 50, 60), c(40, 100, 500), c(7, 31, 32), c(0, 20, 100), c(120, 200, 10000))) {
  n <- cas[2]; N <- cas[3]
  vecteur("wilson", list(cas[1], n, N), wilson(cas[1] / n, n * (N - 1) / (N - n)))
}
for (cas in list(c(0.5, 100, NA), c(0.5, 100, 500), c(0.8, 240, NA), c(0.03, 1000, 1500), c(0.9, 31, 62), c(0.25, 400, 100000))) {
  fpc <- if (is.na(cas[3])) 1 else sqrt((cas[3] - cas[2]) / (cas[3] - 1))
  vecteur("marge", as.list(cas), qnorm(0.975) * sqrt(cas[1] * (1 - cas[1]) / cas[2]) * fpc)
}
for (N in c(50, 500, 2000, 30000, NA)) for (e in c(0.03, 0.05, 0.07, 0.1)) for (p in c(0.5, 0.8)) {
  n0 <- qnorm(0.975)^2 * p * (1 - p) / e^2
  vecteur("taille", list(N, e, p), ceiling(if (is.na(N)) n0 else n0 / (1 + (n0 - 1) / N)))
}
for (cas in list(c(160, 200, 172, 200), c(12, 40, 30, 50), c(500, 1000, 520, 1000), c(45, 60, 20, 61), c(8, 100, 21, 90), c(5, 10, 6, 11), c(99, 300, 120, 280))) {
  p1 <- cas[1] / cas[2]; p2 <- cas[3] / cas[4]; p <- (cas[1] + cas[3]) / (cas[2] + cas[4])
  z <- (p1 - p2) / sqrt(p * (1 - p) * (1 / cas[2] + 1 / cas[4]))
  test <- suppressWarnings(prop.test(c(cas[1], cas[3]), c(cas[2], cas[4]), correct = FALSE))
  stopifnot(abs(test$p.value - 2 * pnorm(-abs(z))) < 1e-12)
  a <- wilson(p1, cas[2]); b <- wilson(p2, cas[4]); d <- p2 - p1
  attendu <- min(cas[2], cas[4]) * min(p, 1 - p)
  # Un effectif attendu inférieur à 5 : la probabilité est celle de Fisher, et il n'y a pas de z.
  exact <- fisher.test(rbind(c(cas[1], cas[2] - cas[1]), c(cas[3], cas[4] - cas[3])))$p.value
  vecteur("deux-taux", as.list(cas), list(d, if (attendu < 5) NA else z, if (attendu < 5) exact else test$p.value, d - sqrt((p2 - b[1])^2 + (a[2] - p1)^2), d + sqrt((b[2] - p2)^2 + (p1 - a[1])^2)))
}
for (m in list(c(3, 5, 7, 2), c(0, 5, 5, 0), c(1, 9, 11, 3), c(10, 10, 10, 10), c(0, 3, 0, 4), c(2, 300, 12, 250), c(40, 2, 3, 55), c(1, 0, 0, 1), c(6, 94, 15, 85))) vecteur("fisher", as.list(m), fisher.test(matrix(m, 2, byrow = TRUE))$p.value)

# --- Tableaux croisés ---------------------------------------------------------------------------------------------------------------------
tables <- list(rbind(c(10, 25, 40, 25), c(30, 30, 15, 5)), rbind(c(12, 5), c(3, 20)), rbind(c(1, 2), c(2, 1)), rbind(c(50, 30, 20), c(30, 50, 20), c(20, 20, 60)))
for (k in 1:16) { l <- sample(2:5, 1); c <- sample(2:6, 1); repeat { m <- matrix(rpois(l * c, sample(c(3, 12, 80), 1)), l); if (all(rowSums(m) > 0) && all(colSums(m) > 0)) break }; tables[[length(tables) + 1]] <- m }
for (m in tables) {
  t <- suppressWarnings(chisq.test(m, correct = FALSE))
  v <- sqrt(unname(t$statistic) / (sum(m) * min(nrow(m) - 1, ncol(m) - 1)))
  vecteur("tableau", list(m), list(unname(t$statistic), unname(t$parameter), t$p.value, v, min(t$expected), mean(t$expected >= 5), t$stdres))
}
for (k in 1:12) {
  c <- sample(2:7, 1); effectifs <- rpois(c, 40) + 1; parts <- round(runif(c, 0.5, 3), 3); p <- parts / sum(parts)
  t <- suppressWarnings(chisq.test(effectifs, p = p))
  w <- pmin(3, pmax(0.3, p / (effectifs / sum(effectifs))))
  vecteur("representativite", list(effectifs, parts * if (k %% 2) 1 else 37), list(unname(t$statistic), unname(t$parameter), t$p.value, w, sum(effectifs * w)^2 / sum(effectifs * w^2)))
}

# --- Corrélations, moyennes, quantiles ----------------------------------------------------------------------------------------------------
couples <- list(list(c(3, 5, 7, 8, 12, 14, 15, 21, 24, 30), c(9, 9, 8, 8, 7, 7, 6, 5, 5, 3)), list(c(1, 2, 3), c(1, 2, 2)))
for (k in 1:14) { n <- sample(c(5, 12, 31, 60), 1); x <- round(rnorm(n, 10, 4), sample(0:3, 1)); y <- round(x * runif(1, -1, 1) + rnorm(n, 0, 3), sample(0:2, 1)); couples[[length(couples) + 1]] <- list(x, y) }
for (c in couples) for (methode in c("pearson", "spearman")) {
  t <- suppressWarnings(cor.test(c[[1]], c[[2]], method = methode, exact = FALSE))
  r <- unname(t$estimate); n <- length(c[[1]])
  vecteur("correlation", list(c[[1]], c[[2]], methode), c(r, if (methode == "pearson") t$p.value else 2 * pt(-abs(r * sqrt((n - 2) / ((1 - r) * (1 + r)))), n - 2)))
}
for (k in 1:14) {
  n <- sample(c(2, 3, 6, 31, 90), 1); x <- round(rexp(n, 1 / 12), sample(0:2, 1)) + if (k %% 5 == 0) 1e6 else 0
  vecteur("resume", list(suite(x)), c(mean(x), var(x), sd(x), mean((x - mean(x))^2), unname(quantile(x, c(0, 0.25, 0.5, 0.75, 0.9, 1), type = 7))))
}
for (k in 1:14) {
  g <- sample(2:4, 1); groupes <- lapply(1:g, function(i) round(rnorm(sample(c(4, 12, 40), 1), 10 + i * runif(1), runif(1, 1, 5)), 1))
  t <- oneway.test(valeur ~ groupe, data.frame(valeur = unlist(groupes), groupe = factor(rep(1:g, lengths(groupes)))))
  if (g == 2) stopifnot(abs(t$p.value - t.test(groupes[[1]], groupes[[2]])$p.value) < 1e-12)
  vecteur("welch", list(groupes), c(unname(t$statistic), unname(t$parameter), t$p.value))
}

# --- Grappes : domaine.md §4.4 ------------------------------------------------------------------------------------------------------------
for (k in 1:20) {
  g <- sample(c(5, 10, 24, 48), 1); m <- sample(c(rep(10, 6), 7, 3), g, replace = TRUE); w <- if (k %% 4 == 0) sample(1:30, g, replace = TRUE) else rep(1, g)
  p <- if (k %% 7 == 0) rep(1, g) else rbeta(g, 4, 1)
  s <- rbinom(g, m, p); taux <- sum(w * s) / sum(w * m); n <- sum(m)
  variance <- sum((w * (s - taux * m))^2) / (g - 1) / (g * mean(w * m)^2)
  deff <- if (taux == 0 || taux == 1) NA else variance / (taux * (1 - taux) / n)
  neff <- if (is.na(deff)) g else n / max(1, deff)
  ic <- wilson(taux, neff, qt(0.975, g - 1))
  vecteur("grappes-taux", list(m, s, w), list(taux, deff, neff, ic[1], ic[2]))
  d <- s * rpois(g, 9); moyenne <- sum(w * d) / sum(w * m); se <- sqrt(sum((w * (d - moyenne * m))^2) / (g - 1) / (g * mean(w * m)^2))
  vecteur("grappes-moyenne", list(m, d, w), c(moyenne, moyenne - qt(0.975, g - 1) * se, moyenne + qt(0.975, g - 1) * se))
}
# --- L'écart de deux moyennes et son intervalle de Welch (t.test : premier moins second) -------------------------------------------------------
for (k in 1:14) {
  x <- round(rnorm(sample(c(2, 5, 31, 80), 1), 10, 3), 1); y <- round(rnorm(sample(c(2, 5, 31, 80), 1), 11, runif(1, 1, 6)), 1)
  ic <- t.test(y, x)$conf.int
  vecteur("ecart-moyennes", list(x, y), c(mean(y) - mean(x), ic[1], ic[2]))
}
writeLines(paste0("[\n", paste(sortie, collapse = ",\n"), "\n]"), "statistiques.json")
cat(length(sortie), "vecteurs\n")
