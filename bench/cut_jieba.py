"""cut_jieba.py FILE cuts a file; cut_jieba.py bulk FILE BYTES cuts the first BYTES bytes of the
titles and texts of a JSONL file and prints how many that were and the seconds it took,
loading aside."""

import json
import sys
import time

import jieba

jieba.setLogLevel(60)
if sys.argv[1] == "bulk":
    texts, left = [], int(sys.argv[3])
    for line in open(sys.argv[2], encoding="utf-8"):
        record = json.loads(line)
        texts.append(record["title"] + "\n" + record["text"])
        left -= len(texts[-1].encode())
        if left <= 0:
            break
else:
    texts = [open(sys.argv[1], encoding="utf-8").read()]
jieba.initialize()
start = time.perf_counter()
for text in texts:
    jieba.lcut(text)
took = time.perf_counter() - start
print(sum(len(text.encode()) for text in texts), took)
