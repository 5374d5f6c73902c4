// Makes tagged PDFs for the tests of judges: node pdfs.mjs FILE=TYPST...
import { writeFileSync } from 'node:fs';
import { requirePackage } from './npm.mjs';

const { NodeCompiler } = requirePackage('@myriaddreamin/typst-ts-node-compiler');
const compiler = NodeCompiler.create({ workspace: '.' });
for (const document of process.argv.slice(2)) {
  const [, file, body] = document.match(/^(.*?)=(.*)$/s);
  const mainFileContent = `#set document(title: "Test")\n#set text(lang: "en")\n${body}`;
  writeFileSync(file, compiler.pdf({ mainFileContent }, { pdfStandard: 'ua-1' }));
}
