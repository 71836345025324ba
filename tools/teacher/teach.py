"""A large model, learned on from BERT, tells of untagged news what newsmill's small models then learn from (see README.md).

python3 teach.py --bert bert.npz --lessons lessons.jsonl --data ../shared/data --labels data/sides/labels.tsv --out FOLDER

Tasks: syntax (parts of speech and trees), names, sides (who does it to whom, and whether a trigger tells an act), tones."""

import argparse
import json
import os
import random
import subprocess
import time
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from bert import MOST_PIECES, Bert, Pieces, batches, padded

BEGUN = time.time()
args = None
packed = None
pieces = None
device = "cuda" if torch.cuda.is_available() else "cpu"


def say(*words):
    print(f"{time.time() - BEGUN:6.0f} s", *words, flush=True)


def packed_as(name, data):
    """Writes a file of data/silver."""
    subprocess.run(["zstd", "-19", "-q", "-f", "-o", os.path.join(args.out, name)], input=data, check=True)


def learned(model, examples, epochs, rate, most, seed, loss):
    """Learns a model from examples, whose first part is the ids of their pieces: the model's own weights at the rate, those
    that are new at twenty times that. loss gives that of a batch."""
    torch.manual_seed(seed)
    own = random.Random(seed)
    model.to(device).train()
    old = list(model.bert.parameters())
    known = {id(p) for p in old}
    new = [p for p in model.parameters() if id(p) not in known]
    plan = [b for _ in range(epochs) for b in batches([len(e[0]) for e in examples], most, own)]
    steps = torch.optim.AdamW([{"params": old, "lr": rate}, {"params": new, "lr": rate * 20}], weight_decay=0.01, fused=device == "cuda")
    warm = max(1, len(plan) // 10)
    schedule = torch.optim.lr_scheduler.LambdaLR(steps, lambda i: min((i + 1) / warm, (len(plan) - i) / max(1, len(plan) - warm)))
    total = 0.0
    for i, batch in enumerate(plan):
        with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
            value = loss(model, [examples[k] for k in batch])
        steps.zero_grad(set_to_none=True)
        value.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        steps.step()
        schedule.step()
        if i % 50 == 0:
            total = value.item()
    say(f"{len(plan)} steps, loss {total:.3f}")
    return model.eval()


@torch.no_grad()
def told(model, examples, most, answer):
    """Calls answer with each batch's numbers and what the model says of it."""
    for batch in batches([len(e[0]) for e in examples], most):
        with torch.autocast(device, torch.bfloat16, enabled=device == "cuda"):
            answer(batch, model([examples[k] for k in batch]))


class Reader(nn.Module):
    """BERT, and the vectors of words: that of a word's first piece beside that of its last one."""

    def __init__(self):
        super().__init__()
        self.bert = Bert(packed, args.layers)
        self.width = 2 * self.bert.kind.shape[0]

    def words(self, examples):
        """Shape (texts, words, width). An example is ids of pieces, and where each word's first and last one stand."""
        x = self.bert(padded([e[0] for e in examples]).to(device))
        sides = []
        for k in (1, 2):
            at = padded([e[k] for e in examples]).to(device)
            sides.append(x.gather(1, at[:, :, None].expand(-1, -1, x.shape[2])))
        return torch.cat(sides, 2)


def cut(words, most=MOST_PIECES):
    """Ids of the pieces of words, and where each word's first and last one stand; what is too long is left out."""
    ids, first, last = [101], [], []
    for word in words:
        own = pieces.of(word)
        if len(ids) + len(own) > most:
            break
        first.append(len(ids))
        ids += own
        last.append(len(ids) - 1)
    return ids + [102], first, last


def classifier(width, inner, classes):
    return nn.Sequential(nn.Linear(width, inner), nn.GELU(), nn.Dropout(0.2), nn.Linear(inner, classes))


# Lessons.


def lessons():
    texts = []
    with open(args.lessons) as f:
        for line in f:
            row = json.loads(line)
            t, at, tokens = row["text"], 0, []
            flat = row["tokens"] or []
            for i in range(0, len(flat), 2):
                at += flat[i]
                tokens.append((at, at + flat[i + 1]))
                at += flat[i + 1]
            row["spans"], row["forms"], row["parts"] = tokens, [t[a:b] for a, b in tokens], []
            first = 0
            for n in row["sentences"] or []:
                row["parts"].append((first, first + n))
                first += n
            texts.append(row)
            if args.limit and len(texts) >= args.limit:
                break
    return texts


# Syntax.


class Parser(Reader):
    def __init__(self, tags, relations):
        super().__init__()
        self.tag = classifier(self.width, 512, tags)
        self.arc_dep, self.arc_head = (nn.Sequential(nn.Linear(self.width, 512), nn.GELU(), nn.Dropout(0.3)) for _ in range(2))
        self.rel_dep, self.rel_head = (nn.Sequential(nn.Linear(self.width, 160), nn.GELU(), nn.Dropout(0.3)) for _ in range(2))
        self.root = nn.Parameter(torch.randn(self.width) * 0.02)
        self.arc = nn.Parameter(torch.zeros(513, 512))
        self.rel = nn.Parameter(torch.randn(relations, 161, 161) * 0.01)

    def forward(self, examples):
        """Scores of tags (texts, words, tags), heads (texts, words, 1 + words), relations (texts, words, 1 + words, relations)."""
        x = self.words(examples)
        every = torch.cat([self.root.to(x.dtype).expand(x.shape[0], 1, -1), x], 1)
        dep, head = self.arc_dep(x), self.arc_head(every)
        one = torch.ones_like(dep[:, :, :1])
        arcs = torch.cat([dep, one], 2) @ self.arc.to(dep.dtype) @ head.transpose(1, 2)
        arcs = arcs.float() / 512**0.5 * 4
        real = padded([[1] * (len(e[1]) + 1) for e in examples]).to(device)
        arcs = arcs.masked_fill(real[:, None, :] == 0, -1e4)
        a, b = self.rel_dep(x), self.rel_head(every)
        a = torch.cat([a, torch.ones_like(a[:, :, :1])], 2)
        b = torch.cat([b, torch.ones_like(b[:, :, :1])], 2)
        left = torch.einsum("bnd,rde->bnre", a, self.rel.to(a.dtype))
        return self.tag(x).float(), arcs, torch.einsum("bnre,bme->bnmr", left, b).float()


def treebank(path):
    now, out = [], []
    for line in open(path, encoding="utf-8"):
        f = line.rstrip("\n").split("\t")
        if len(f) >= 8 and f[0].isdigit():
            now.append((f[1], f[3] + "|" + f[4], int(f[6]), f[7]))
        elif len(f) < 2 and now and not line.startswith("#"):
            out.append(now)
            now = []
    return out + ([now] if now else [])


def syntax(texts):
    sets = {n: treebank(f"{args.data}/language/ud/{n}.conllu") for n in ("en_ewt-train", "en_gum-train", "en_ewt-dev", "en_gum-dev")}
    if args.limit:
        sets = {n: s[: args.limit * 4] for n, s in sets.items()}
    train = sets["en_ewt-train"] + sets["en_gum-train"]
    tags = sorted({w[1] for s in train for w in s})
    relations = sorted({w[3] for s in train for w in s})
    tag_of, rel_of = {t: i for i, t in enumerate(tags)}, {r: i for i, r in enumerate(relations)}

    def examples(sentences):
        out = []
        for s in sentences:
            e = cut([w[0] for w in s])
            n = len(e[1])
            if n == len(s):
                out.append(e + ([tag_of.get(w[1], 0) for w in s], [w[2] for w in s], [rel_of.get(w[3], 0) for w in s]))
        return out

    def loss(model, batch):
        t, a, r = model(batch)
        gold = [padded([e[k] for e in batch], -1).to(device) for k in (3, 4, 5)]
        at = gold[1].clamp(min=0)
        r = r.gather(2, at[:, :, None, None].expand(-1, -1, 1, r.shape[3]))[:, :, 0]
        return sum(F.cross_entropy(s.flatten(0, 1), g.flatten(), ignore_index=-1) for s, g in zip((t, a, r), gold))

    models = [learned(Parser(len(tags), len(relations)), examples(train), args.epochs or 7, 6e-5, 6144, seed, loss) for seed in range(args.seeds)]

    def answers(sentences):
        """Of each sentence tags, heads (0 is the root) and relations."""
        found = [None] * len(sentences)

        def scores(batch):
            sums = None
            for m in models:
                t, a, r = m(batch)
                one = [t.softmax(-1), a.softmax(-1), r.softmax(-1)]
                sums = one if sums is None else [x + y for x, y in zip(sums, one)]
            t, a, r = (x / len(models) for x in sums)
            return t.argmax(-1).cpu().numpy(), a.cpu().numpy(), r.argmax(-1).cpu().numpy()

        def keep(batch, s):
            tag, arc, rel = s
            for i, k in enumerate(batch):
                n = len(sentences[k][1])
                heads = best_tree(np.log(arc[i, :n, : n + 1].astype(np.float64) + 1e-9))
                found[k] = tag[i, :n], heads, rel[i, np.arange(n), heads]

        told(scores, sentences, 16384, keep)
        return found

    for name in ("en_ewt-dev", "en_gum-dev"):
        gold = examples(sets[name])
        count = Counter()
        for g, (t, h, r) in zip(gold, answers(gold)):
            for i in range(len(h)):
                right = tags[t[i]].split("|"), tags[g[3][i]].split("|")
                count["words"] += 1
                count["UPOS"] += right[0][0] == right[1][0]
                count["XPOS"] += right[0][1] == right[1][1]
                count["UAS"] += h[i] == g[4][i]
                count["LAS"] += h[i] == g[4][i] and r[i] == g[5][i]
        say(name, {k: round(100 * float(v) / count["words"], 2) for k, v in count.items()})

    sentences = [cut(t["forms"][a:b]) for t in texts for a, b in t["parts"]]
    sizes = [b - a for t in texts for a, b in t["parts"]]
    whole = [k for k, e in enumerate(sentences) if len(e[1]) == sizes[k] and 4 <= sizes[k] <= 80]
    found = answers([sentences[k] for k in whole])
    lengths = np.zeros(len(sentences), np.uint8)
    lengths[whole] = [sizes[k] for k in whole]
    head = {"tags": [t.replace("|", "/") for t in tags], "relations": relations, "texts": [[t["id"], len(t["parts"])] for t in texts]}
    columns = (  # as cmd/newsmill-train/syntax/silver.go reads them
        np.concatenate([t for t, _, _ in found]).astype(np.uint8),
        np.concatenate([np.where(h == 0, 0, h - 1 - np.arange(len(h))) for _, h, _ in found]).astype(np.int8),
        np.concatenate([r for _, _, r in found]).astype(np.uint8),
    )
    begin = json.dumps(head, separators=(",", ":")).encode() + b"\n" + lengths.tobytes()
    packed_as("syntax.zst", begin + b"".join(c.tobytes() for c in columns))
    say("syntax of", len(whole), "sentences of", len(sentences))


def compiled(f):
    try:
        from numba import njit
    except ImportError:
        return f
    return njit(cache=False)(f)


@compiled
def best_tree(score):
    """The best projective tree with one root (Eisner 1996): score[i, h] of word i's head h, 0 being the root."""
    n = score.shape[0]
    low = -1e18
    right, left = np.full((n, n), 0.0), np.full((n, n), 0.0)  # complete spans, headed at their left and right end
    right_gap, left_gap = np.full((n, n), low), np.full((n, n), low)
    cut_gap, cut_right, cut_left = np.zeros((n, n), np.int64), np.zeros((n, n), np.int64), np.zeros((n, n), np.int64)
    for size in range(1, n):
        for i in range(n - size):
            j = i + size
            best, at = low, i
            for k in range(i, j):
                x = right[i, k] + left[k + 1, j]
                if x > best:
                    best, at = x, k
            cut_gap[i, j] = at
            right_gap[i, j] = best + score[j, i + 1]
            left_gap[i, j] = best + score[i, j + 1]
            best, at = low, i
            for k in range(i + 1, j + 1):
                x = right_gap[i, k] + right[k, j]
                if x > best:
                    best, at = x, k
            right[i, j], cut_right[i, j] = best, at
            best, at = low, i
            for k in range(i, j):
                x = left[i, k] + left_gap[k, j]
                if x > best:
                    best, at = x, k
            left[i, j], cut_left[i, j] = best, at
    root, best = 0, low
    for r in range(n):
        x = left[0, r] + right[r, n - 1] + score[r, 0]
        if x > best:
            best, root = x, r
    heads = np.zeros(n, np.int64)
    stack = [(0, root, 0), (root, n - 1, 1)]  # 0 left, 1 right, 2 left gap, 3 right gap
    while len(stack) > 0:
        i, j, kind = stack.pop()
        if i == j:
            continue
        if kind == 0:
            k = cut_left[i, j]
            stack.append((i, k, 0))
            stack.append((k, j, 2))
        elif kind == 1:
            k = cut_right[i, j]
            stack.append((i, k, 3))
            stack.append((k, j, 1))
        else:
            k = cut_gap[i, j]
            if kind == 2:
                heads[i] = j + 1
            else:
                heads[j] = i + 1
            stack.append((i, k, 1))
            stack.append((k + 1, j, 0))
    return heads


# Names.

NAME_TYPES = {"PER": "PER", "ORG": "ORG", "LOC": "LOC", "FAC": "FAC", "NORP": "NORP", "PRODUCT": "PRODUCT", "MISC": "MISC", "EVENT": "MISC"}
NAME_SURE = 0.8  # below, a tag is marked as one of which the teacher is not sure
NAME_TAGS = ["O"] + [p + t for t in ("PER", "ORG", "LOC", "FAC", "NORP", "PRODUCT", "MISC") for p in ("B-", "I-")]


class Tagger(Reader):
    def __init__(self, classes):
        super().__init__()
        self.tag = classifier(self.width, 256, classes)

    def forward(self, examples):
        return self.tag(self.words(examples)).float()


def windows(forms, parts, most=400):
    """Runs of whole sentences, as long as the model reads well: pairs of the first token and behind the last one."""
    out, first, size = [], None, 0
    for a, b in parts:
        own = sum(len(pieces.of(w)) for w in forms[a:b])
        if first is None or size + own > most:
            if first is not None:
                out.append((first, a))
            first, size = a, 0
        size += own
        end = b
    if first is not None:
        out.append((first, end))
    return out


def gold_names(spans, parts, entities):
    tags = [0] * len(spans)
    at = {}
    for k, (a, b) in enumerate(parts):
        for i in range(a, b):
            at[i] = k
    i = 0
    for e in sorted(entities, key=lambda e: e["start"]):
        if e["type"] not in NAME_TYPES:
            continue
        while i < len(spans) and spans[i][1] <= e["start"]:
            i += 1
        j = i
        while j < len(spans) and spans[j][0] < e["end"]:
            j += 1
        if i < j and tags[i] == 0 and at.get(i) == at.get(j - 1):
            kind = NAME_TAGS.index("B-" + NAME_TYPES[e["type"]])
            tags[i] = kind
            for k in range(i + 1, j):
                tags[k] = kind + 1
    return tags


def stretches_of_names(tags):
    """First token of each name, and the one behind it."""
    for i, tag in enumerate(tags):
        if tag % 2 or tag and i == 0:
            j = i + 1
            while j < len(tags) and tags[j] == (tag + 1) // 2 * 2:
                j += 1
            yield i, j


def found_names(tags):
    """First and last token and type of each name; facilities are places."""
    return {(i, j, NAME_TAGS[tags[i]][2:].replace("FAC", "LOC")) for i, j in stretches_of_names(tags)}


def names(texts):
    entities = {}
    for line in open(f"{args.data}/language/ww-train.jsonl"):
        row = json.loads(line)
        entities[row["id"]] = row["entities"]

    def examples(texts, gold):
        out = []
        for t in texts:
            tags = gold_names(t["spans"], t["parts"], gold[t["id"]]) if gold else None
            for a, b in windows(t["forms"], t["parts"]):
                e = cut(t["forms"][a:b])
                n = len(e[1])
                if n:
                    out.append(e + ((tags[a : a + n] if tags else None), t["id"], a))
        return out

    def loss(model, batch):
        return F.cross_entropy(model(batch).flatten(0, 1), padded([e[3] for e in batch], -1).to(device).flatten(), ignore_index=-1)

    def answers(models, given):
        found = [None] * len(given)

        def scores(batch):
            return (sum(m(batch).softmax(-1) for m in models) / len(models)).cpu().numpy()

        def keep(batch, s):
            for i, k in enumerate(batch):
                own = s[i, : len(given[k][1])]
                tags, sure = own.argmax(-1), own.max(-1)
                for j in range(len(tags)):  # what goes on has begun
                    if tags[j] and tags[j] % 2 == 0 and (j == 0 or tags[j - 1] not in (tags[j], tags[j] - 1)):
                        tags[j] -= 1
                found[k] = tags, sure

        told(scores, given, 16384, keep)
        return found

    tagged = [t for t in texts if t["id"] in entities]
    train, test = [t for k, t in enumerate(tagged) if k % 8], [t for k, t in enumerate(tagged) if k % 8 == 0]

    def measure(models, texts):
        right = got = want = 0
        given = examples(texts, entities)
        for e, (tags, _) in zip(given, answers(models, given)):
            a, b = ({x for x in found_names(list(t)) if x[2] in ("PER", "ORG", "LOC")} for t in (tags, e[3]))
            right, got, want = right + len(a & b), got + len(a), want + len(b)
        say(f"names of {len(texts)} texts kept out: F1 {2 * right / max(1, got + want):.4f}")

    given = examples(train, entities)
    first = learned(Tagger(len(NAME_TAGS)), given, args.epochs or 5, 6e-5, 8192, 0, loss)
    measure([first], test)
    given = examples(tagged, entities)
    models = [learned(Tagger(len(NAME_TAGS)), given, args.epochs or 5, 6e-5, 8192, seed, loss) for seed in range(args.seeds)]
    rest = [t for t in texts if t["id"] not in entities]
    given = examples(rest, None)
    found = dict(((e[4], e[5]), f) for e, f in zip(given, answers(models, given)))
    rows = []
    for t in rest:
        n = len(t["forms"])
        tags, sure = np.zeros(n, int), np.zeros(n)
        for a, _ in windows(t["forms"], t["parts"]):
            if (t["id"], a) in found:
                f = found[t["id"], a]
                tags[a : a + len(f[0])], sure[a : a + len(f[0])] = f
        spans = []
        for a, b in t["parts"]:
            spans += [(a + i, a + j, NAME_TAGS[tags[a + i]][2:]) for i, j in stretches_of_names(tags[a:b])]
            doubt = np.flatnonzero(np.diff(np.concatenate([[0], sure[a:b] < NAME_SURE, [0]])))
            spans += [(a + i, a + j, "?") for i, j in doubt.reshape(-1, 2)]
        places = sorted((t["spans"][i][0], t["spans"][j - 1][1], kind) for i, j, kind in spans)
        if places:
            rows.append(t["id"] + "\t" + " ".join(f"{i}-{j}-{kind}" for i, j, kind in places) + "\n")
    packed_as("names.tsv.zst", "".join(rows).encode())
    say("names of", len(rest), "texts")


# Sides.


class Sides(Reader):
    def __init__(self):
        super().__init__()
        self.sides = classifier(self.width, 256, 6)
        self.act = classifier(self.width, 256, 2)

    def forward(self, examples):
        x = self.words(examples)
        trigger = torch.tensor([e[3] for e in examples], device=device)
        s = self.sides(x).float()
        return s.view(s.shape[0], s.shape[1], 2, 3), self.act(x[torch.arange(len(examples), device=device), trigger]).float()


def sides(texts):
    marks = {}
    for line in list(open(args.labels))[1:]:
        f = line.rstrip("\n").split("\t")
        spans = [[tuple(map(int, s.split("-"))) for s in side.split() if s != "-"] for side in f[3:5]]
        marks.setdefault(f[0], {})[int(f[1])] = (f[2] == "yes", spans)

    given = []  # (ids, first, last, trigger, first word of the sentence, act, tags of both sides, fold, text, place)
    for t in texts:
        start_of = {a: i for i, (a, _) in enumerate(t["spans"])}
        own = marks.get(t["id"], {})
        for place in t["triggers"] or []:
            i = start_of.get(place)
            if i is None:
                continue
            k = next((k for k, (a, b) in enumerate(t["parts"]) if a <= i < b), None)
            if k is None:
                continue
            a, b = t["parts"][k]
            from_ = max([t["parts"][j][0] for j in range(max(0, k - 2), k)][:1] + [a - 60], default=a)
            from_ = min(from_, a) if k else a
            if b - from_ > 250:
                from_ = max(a, i - 120)
                b = min(b, i + 120)
            words = t["forms"][from_:b]
            ids, first, last = [101], [], []
            for n, w in enumerate(words):
                if from_ + n == i:
                    ids.append(pieces.mark(1))
                first.append(len(ids))
                ids += pieces.of(w)
                last.append(len(ids) - 1)
                if from_ + n == i:
                    ids.append(pieces.mark(2))
            ids.append(102)
            if len(ids) > MOST_PIECES:
                continue
            act = tags = None
            if place in own:
                act, spans = own[place]
                tags = [[-1] * len(words), [-1] * len(words)]
                for side in range(2):
                    for n in range(max(a, from_) - from_, len(words)):
                        tags[side][n] = 0
                    for p, q in spans[side]:
                        inside = [n for n in range(len(words)) if t["spans"][from_ + n][0] < q and t["spans"][from_ + n][1] > p]
                        for n in inside:
                            tags[side][n] = 1 if n == inside[0] else 2
            given.append((ids, first, last, i - from_, a - from_, act, tags, t["fold"], t, place, from_))
    marked = [e for e in given if e[6]]
    say(len(given), "triggers,", len(marked), "marked")

    def loss(model, batch):
        s, a = model(batch)
        total = 0
        for side in range(2):
            gold = padded([e[6][side] for e in batch], -1).to(device)
            total = total + F.cross_entropy(s[:, :, side].flatten(0, 1), gold.flatten(), ignore_index=-1)
        act = torch.tensor([int(e[5]) for e in batch], device=device)
        return 4 * total + 0.5 * F.cross_entropy(a, act)

    def answers(model, given):
        found = [None] * len(given)

        def keep(batch, out):
            s, a = out[0].softmax(-1).cpu().numpy(), out[1].softmax(-1).cpu().numpy()
            for i, k in enumerate(batch):
                found[k] = s[i, : len(given[k][1])], a[i, 1]

        told(model, given, 16384, keep)
        return found

    def spans(e, s):
        """Words of both sides, and how likely that is."""
        out, sure = [], []
        for side in range(2):
            tags, p = s[:, side].argmax(-1), s[:, side].max(-1)
            own, n, least = [], e[4], float(p[e[4] :].min()) if len(p) > e[4] else 0.0
            while n < len(tags):
                if tags[n]:
                    m = n + 1
                    while m < len(tags) and tags[m] == 2:
                        m += 1
                    own.append((n, m))
                    n = m
                else:
                    n += 1
            out.append(own)
            sure.append(least)
        return out, sure

    sums = [None] * len(given)
    by_fold = [None] * 5
    right = Counter()
    for fold in range(5):
        model = learned(Sides(), [e for e in marked if e[7] != fold], args.epochs or 5, 5e-5, 8192, fold, loss)
        found = answers(model, given)
        by_fold[fold] = [spans(e, f[0]) + (float(f[1]),) for e, f in zip(given, found)]
        for k, (e, f) in enumerate(zip(given, found)):
            if sums[k] is None:
                sums[k] = [f[0].copy(), float(f[1])]
            else:
                sums[k][0] += f[0]
                sums[k][1] += float(f[1])
            if e[6] and e[7] == fold:
                right["all"] += 1
                right["act"] += (f[1] > 0.5) == e[5]
                both = True
                for side in range(2):
                    own = by_fold[fold][k][0][side]
                    gold = [n for n, x in enumerate(e[6][side]) if x > 0]
                    mine = [n for p, q in own for n in range(p, q)]
                    ok = not gold and not mine or bool(set(gold) & set(mine))
                    right[side] += ok
                    both = both and ok
                right["both"] += both
    say("sides that share a word, folds:", {k: round(v / max(1, right["all"]), 3) for k, v in right.items()})

    def row(e, of, sure, act):
        t, from_ = e[8], e[10]
        text = ["".join(" %d-%d" % (t["spans"][from_ + p][0], t["spans"][from_ + q - 1][1]) for p, q in side)[1:] or "-" for side in of]
        return (t["id"], e[9], round(100 * act), *text, "%d %d" % tuple(round(100 * x) for x in sure))

    rows = [("article", "trigger", "act", "source", "target", "sure")]
    rows += sorted(row(e, *spans(e, x[0] / 5), x[1] / 5) for e, x in zip(given, sums) if not e[6])
    packed_as("sides.tsv.zst", "".join("\t".join(map(str, r)) + "\n" for r in rows).encode())


# Tones.


class Tones(Reader):
    def __init__(self):
        super().__init__()
        self.tone = classifier(self.width + self.width // 2, 256, 3)

    def forward(self, examples):
        x = self.bert(padded([e[0] for e in examples]).to(device))
        at = torch.tensor([[e[1], e[2]] for e in examples], device=device)
        row = torch.arange(len(examples), device=device)
        return self.tone(torch.cat([x[row, at[:, 0]], x[row, at[:, 1]], x[:, 0]], 1)).float()


TONES = ["negative", "neutral", "positive"]


def tones(texts):
    def example(text, start, end, *rest):
        words = lambda s: [p for w in s.split() for p in pieces.of(w)]
        before, inside, after = words(text[:start])[-200:], words(text[start:end])[:40], words(text[end:])[:200]
        ids = [101] + before + [pieces.mark(1)] + inside + [pieces.mark(2)] + after + [102]
        return (ids, len(before) + 1, len(before) + len(inside) + 2) + rest

    def gold(name):
        out = []
        for n, line in enumerate(open(f"{args.data}/events/sentiment-newsmtsc-{name}.jsonl")):
            row = json.loads(line)
            for m in row["mentions"]:
                out.append(example(row["text"], m["char_start"], m["char_end"], TONES.index(m["polarity"]), n % 5))
            if args.limit and n > args.limit * 4:
                break
        return out

    train, test = gold("train"), gold("dev")
    given, own = [], random.Random(3)
    for t in texts:
        starts = [t["spans"][a][0] for a, b in t["parts"] if b > a]
        ends = [t["spans"][b - 1][1] for a, b in t["parts"] if b > a]
        chosen = sorted(own.sample(t["names"] or [], min(len(t["names"] or []), args.tones)))
        for a, b in chosen:
            k = np.searchsorted(starts, a, "right") - 1
            if k >= 0 and b <= ends[k]:
                given.append(example(t["text"][starts[k] : ends[k]], a - starts[k], b - starts[k], t["id"], a, b))

    def loss(model, batch):
        return F.cross_entropy(model(batch), torch.tensor([e[3] for e in batch], device=device))

    def answers(model, given):
        found = np.zeros((len(given), 3), np.float32)

        def keep(batch, s):
            found[batch] = s.softmax(-1).cpu().numpy()

        told(model, given, 16384, keep)
        return found

    def macro(p, gold):
        best, total = p.argmax(-1), 0.0
        for c in range(3):
            total += 2 * sum((best == c) & (gold == c)) / max(1, sum(best == c) + sum(gold == c))
        return total / 3

    folds, kept = [], np.zeros((len(train), 3), np.float32)
    dev = np.zeros((len(test), 3), np.float32)
    for fold in range(5):
        model = learned(Tones(), [e for e in train if e[4] != fold], args.epochs or 3, 3e-5, 3072, fold, loss)
        mine = [k for k, e in enumerate(train) if e[4] == fold]
        kept[mine] = answers(model, [train[k] for k in mine])
        dev += answers(model, test)
        folds.append(answers(model, given))
    say(f"tones: folds {macro(kept, np.array([e[3] for e in train])):.4f}, dev by all five {macro(dev, np.array([e[3] for e in test])):.4f}")
    rows = sorted(e[3:6] + tuple(p) for e, p in zip(given, (100 * np.mean(folds, 0)[:, [0, 2]]).round().astype(int)))
    packed_as("tones.tsv.zst", "".join("\t".join(map(str, row)) + "\n" for row in rows).encode())
    say("tones of", len(given), "names")


def main():
    global args, packed, pieces
    flags = argparse.ArgumentParser()
    flags.add_argument("--bert", default="bert.npz")
    flags.add_argument("--lessons", default="lessons.jsonl")
    flags.add_argument("--data", default="../shared/data")
    flags.add_argument("--labels", default="data/sides/labels.tsv")
    flags.add_argument("--out", default=".")
    flags.add_argument("--tasks", default="syntax,sides,names,tones")
    flags.add_argument("--seeds", type=int, default=3, help="of how many models the means are taken")
    flags.add_argument("--tones", type=int, default=15, help="names of a text, at most")
    flags.add_argument("--layers", type=int, default=12, help="fewer for a trial")
    flags.add_argument("--limit", type=int, default=0, help="texts and sentences for a trial")
    flags.add_argument("--epochs", type=int, default=0, help="for a trial")
    args = flags.parse_args()
    packed = dict(np.load(args.bert))
    os.makedirs(args.out, exist_ok=True)
    pieces = Pieces(packed, os.path.join(args.out, "vocab.txt"))
    torch.backends.cuda.matmul.allow_tf32 = True
    texts = lessons()
    say(len(texts), "texts,", device)
    for task in args.tasks.split(","):
        globals()[task](texts)
        if device == "cuda":
            torch.cuda.empty_cache()


if __name__ == "__main__":
    main()
