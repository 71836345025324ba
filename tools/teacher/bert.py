"""BERT (Devlin and others, 2019) as a reader of words: one vector for each word of a list."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

MOST_PIECES = 510  # of a text that the model reads at once


class Layer(nn.Module):
    def __init__(self, width, heads, inner):
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value, self.out = (nn.Linear(width, width) for _ in range(4))
        self.inner, self.outer = nn.Linear(width, inner), nn.Linear(inner, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, 1e-12), nn.LayerNorm(width, 1e-12)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, mask):
        batch, length, width = x.shape
        q, k, v = (f(x).view(batch, length, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        mixed = F.scaled_dot_product_attention(q, k, v, mask, dropout_p=0.1 if self.training else 0.0)
        x = self.norm1(x + self.drop(self.out(mixed.transpose(1, 2).reshape(batch, length, width))))
        return self.norm2(x + self.drop(self.outer(F.gelu(self.inner(x)))))


class Bert(nn.Module):
    """Gives the vectors of pieces: ids of shape (texts, pieces), 0 where a text has no more."""

    def __init__(self, packed, layers=12):
        super().__init__()
        words = matrix(packed, "embeddings/word_embeddings")
        width = words.shape[1]
        self.words, self.places = nn.Embedding(*words.shape), nn.Embedding(512, width)
        self.kind = nn.Parameter(torch.zeros(width))
        self.norm, self.drop = nn.LayerNorm(width, 1e-12), nn.Dropout(0.1)
        inner = packed["encoder/layer_0/intermediate/dense/bias"].shape[0]
        self.layers = nn.ModuleList(Layer(width, width // 64, inner) for _ in range(layers))
        with torch.no_grad():
            self.words.weight.copy_(words)
            self.places.weight.copy_(matrix(packed, "embeddings/position_embeddings"))
            self.kind.copy_(matrix(packed, "embeddings/token_type_embeddings")[0])
            norm(self.norm, packed, "embeddings/LayerNorm")
            for i, layer in enumerate(self.layers):
                at = f"encoder/layer_{i}/"
                for part, name in (
                    (layer.query, "attention/self/query"),
                    (layer.key, "attention/self/key"),
                    (layer.value, "attention/self/value"),
                    (layer.out, "attention/output/dense"),
                    (layer.inner, "intermediate/dense"),
                    (layer.outer, "output/dense"),
                ):
                    part.weight.copy_(matrix(packed, at + name + "/kernel").T)
                    part.bias.copy_(torch.from_numpy(packed[at + name + "/bias"]))
                norm(layer.norm1, packed, at + "attention/output/LayerNorm")
                norm(layer.norm2, packed, at + "output/LayerNorm")

    def forward(self, ids):
        mask = (ids != 0)[:, None, None, :]
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.drop(self.norm(self.words(ids) + self.places(place) + self.kind))
        for layer in self.layers:
            x = layer(x, mask)
        return x


def matrix(packed, name):
    return torch.from_numpy(packed[name].astype(np.float32) * packed[name + ".scale"])


def norm(part, packed, name):
    part.weight.copy_(torch.from_numpy(packed[name + "/gamma"]))
    part.bias.copy_(torch.from_numpy(packed[name + "/beta"]))


class Pieces:
    """Cuts words into the pieces that the model knows."""

    def __init__(self, packed, path):
        from tokenizers import BertWordPieceTokenizer

        with open(path, "wb") as f:
            f.write(packed["vocab"].tobytes())
        self.tokenizer = BertWordPieceTokenizer(path, lowercase=False, strip_accents=False, clean_text=True)
        self.known = {}

    def of(self, word):
        """The ids of a word, of a long one of the beginning."""
        found = self.known.get(word)
        if found is None:
            found = self.tokenizer.encode(word[:60], add_special_tokens=False).ids[:12] or [100]
            self.known[word] = found
        return found

    def mark(self, n):
        """A piece that no text has."""
        return self.tokenizer.token_to_id(f"[unused{n}]")


def batches(sizes, most, random=None):
    """Parts of items of like size, together of most pieces at most; in random order where there is one."""
    order = sorted(range(len(sizes)), key=lambda i: (sizes[i] + (random.random() * 8 if random else 0), i))
    out, now = [], []
    for i in order:
        if now and max(sizes[i], sizes[now[-1]]) * (len(now) + 1) > most:
            out.append(now)
            now = []
        now.append(i)
    if now:
        out.append(now)
    if random:
        random.shuffle(out)
    return out


def padded(rows, fill=0, length=None):
    length = length or max(len(r) for r in rows)
    out = np.full((len(rows), length), fill, np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return torch.from_numpy(out)
