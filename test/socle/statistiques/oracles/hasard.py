# Les premiers entiers de xoshiro128** (Blackman et Vigna, prng.di.unimi.it), semé par splitmix32, écrits d'après l'algorithme publié en arithmétique exacte.
# python3 hasard.py   (écrit hasard.json : graine, tirages de 32 bits, puis des tirages bornés)
import json, os

M = 0xFFFFFFFF

def splitmix32(graine):
    s = graine & M
    while True:
        s = (s + 0x9E3779B9) & M
        z = s
        z = ((z ^ (z >> 16)) * 0x21F0AAAD) & M
        z = ((z ^ (z >> 15)) * 0x735A2D97) & M
        yield z ^ (z >> 15)

def xoshiro(graine):
    semence = splitmix32(graine)
    s = [next(semence) for _ in range(4)]
    rotl = lambda x, k: ((x << k) | (x >> (32 - k))) & M
    while True:
        resultat = (rotl((s[1] * 5) & M, 7) * 9) & M
        t = (s[1] << 9) & M
        s[2] ^= s[0]; s[3] ^= s[1]; s[1] ^= s[2]; s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 11)
        yield resultat

def bornes(graine, n, combien):
    tirages, rendus = xoshiro(graine), []
    limite = 2 ** 32 - 2 ** 32 % n
    while len(rendus) < combien:
        x = next(tirages)
        if x < limite: rendus.append(x % n)
    return rendus

cas = []
for graine in (0, 1, 2026, 20261126, 4294967295, -7):
    for n in (2, 3, 10, 21, 365, 3000000000):
        cas.append([graine, n, bornes(graine, n, 12)])
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'hasard.json'), 'w') as f:
    f.write('[\n' + ',\n'.join(map(json.dumps, cas)) + '\n]\n')
