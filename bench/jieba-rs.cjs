// jieba-rs.cjs FILE cuts a file; jieba-rs.cjs bulk FILE cuts the titles and texts of a
// JSONL file and prints how many bytes that were and the seconds it took, loading aside.
// JIEBA_RS is the directory that @node-rs/jieba is installed in.
const fs = require("fs");
const { createRequire } = require("module");
const from = createRequire(process.env.JIEBA_RS + "/");
const { Jieba } = from("@node-rs/jieba");
const { dict } = from("@node-rs/jieba/dict");

const [mode, file] = process.argv.slice(2);
let texts;
if (mode === "bulk") {
  const lines = fs.readFileSync(file, "utf8").trimEnd().split("\n");
  texts = lines.map((line) => JSON.parse(line)).map((r) => r.title + "\n" + r.text);
} else {
  texts = [fs.readFileSync(mode, "utf8")];
}
const jieba = Jieba.withDict(dict);
const start = process.hrtime.bigint();
for (const text of texts) jieba.cut(text, true);
const took = Number(process.hrtime.bigint() - start) / 1e9;
console.log(texts.reduce((n, text) => n + Buffer.byteLength(text), 0), took);
