import { deflateSync } from 'node:zlib';
import { jpeg, png } from './image-file';
import { bomb, pdfFile, pdfOfManyObjects, stream } from './pdf-file';
import { docm, docx, nestedDocx, odt, xlsx, zipFile } from './zip-file';

const PDF = 'plan.pdf';
const DOCX = 'plan.docx';
const SCRIPT = '<script>fetch("http://127.0.0.1:9/")</script>';
const relation = (type: string): string =>
  `<Relationships><Relationship Id="r1" Type="http://x/${type}" Target="http://127.0.0.1:9/x" TargetMode="External"/></Relationships>`;
const pdfWith = (catalog: string): Buffer => pdfFile({ catalog });

/** What it is, the name it comes under, its bytes, and the reason of the refusal. */
type Hostile = readonly [what: string, name: string, content: () => Buffer, code: string];

const WRONG_TYPES: readonly Hostile[] = [
  ['nothing', PDF, () => Buffer.alloc(0), 'document.empty'],
  ['a Windows program', PDF, () => Buffer.from('4d5a90000300000004000000ffff0000', 'hex'), 'document.type-not-allowed'],
  ['a Linux program', PDF, () => Buffer.from('7f454c4602010100', 'hex'), 'document.type-not-allowed'],
  ['a web page', PDF, () => Buffer.from(`<!doctype html>${SCRIPT}`), 'document.type-not-allowed'],
  [
    'a drawing with script',
    'plan.svg',
    () => Buffer.from(`<svg onload="x()">${SCRIPT}</svg>`),
    'document.type-not-allowed',
  ],
  ['plain text', PDF, () => Buffer.from('nur Text'), 'document.type-not-allowed'],
  ['a GIF', 'plan.gif', () => Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1'), 'document.type-not-allowed'],
  ['an old Word file', 'plan.doc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'document.type-not-allowed'],
  ['a plain archive', 'plan.zip', () => zipFile([{ name: 'a.txt', content: 'a' }]), 'document.type-not-allowed'],
  ['a PDF behind a web page', PDF, () => Buffer.concat([Buffer.from(SCRIPT), pdfFile()]), 'document.type-not-allowed'],
  ['a picture called PDF', PDF, () => png(), 'document.type-mismatch'],
  ['a PDF called program', 'rechnung.exe', () => pdfFile(), 'document.type-mismatch'],
  ['a PDF called web page', 'a.pdf.html', () => pdfFile(), 'document.type-mismatch'],
];

const TWO_FORMATS: readonly Hostile[] = [
  ['a PDF that is a web page', PDF, () => pdfFile({ head: `%<html>${SCRIPT}\n` }), 'document.two-formats'],
  ['a PDF with an archive behind', PDF, () => Buffer.concat([pdfFile(), docx()]), 'document.two-formats'],
  ['a JPEG that is a web page', 'plan.jpg', () => jpeg(9, 9, SCRIPT), 'document.two-formats'],
  ['a PNG with bytes behind', 'plan.png', () => Buffer.concat([png(), Buffer.from('more')]), 'document.two-formats'],
  ['a PNG with an archive behind', 'plan.png', () => Buffer.concat([png(), docx()]), 'document.two-formats'],
];

const LARGE: readonly Hostile[] = [
  ['30,000 × 30,000 pixels', 'plan.png', () => png(30_000, 30_000), 'document.image-too-large'],
  ['a strip 60,000 long', 'plan.jpg', () => jpeg(60_000, 10), 'document.image-too-large'],
  ['a million objects', PDF, () => pdfOfManyObjects(1_000_000), 'document.too-complex'],
  [
    'a page of 300 MB',
    PDF,
    () => pdfFile({ objects: [stream(bomb(300), '/Filter /FlateDecode')] }),
    'document.archive-unsafe',
  ],
  [
    'a page packed twice',
    PDF,
    () => pdfFile({ objects: [stream(deflateSync(bomb(300)), '/Filter [/FlateDecode /FlateDecode]')] }),
    'document.archive-unsafe',
  ],
  [
    'a page packed five times',
    PDF,
    () => pdfFile({ objects: [stream(bomb(1), `/Filter [${'/FlateDecode '.repeat(5)}]`)] }),
    'document.archive-unsafe',
  ],
  [
    'objects that unpack to 300 MB',
    PDF,
    () => pdfFile({ objects: [stream(bomb(300), '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode')] }),
    'document.archive-unsafe',
  ],
  [
    'lists 200,000 deep',
    PDF,
    () => pdfFile({ objects: [`${'['.repeat(200_000)}${']'.repeat(200_000)}`] }),
    'document.unreadable',
  ],
  [
    'a letter that unpacks to 450 MB',
    DOCX,
    () => docx({ name: 'word/x.xml', content: Buffer.alloc(450 * 1024 * 1024) }),
    'document.archive-unsafe',
  ],
  ['letters 20 deep', DOCX, () => nestedDocx(20), 'document.archive-unsafe'],
];

const ACTIVE: readonly Hostile[] = [
  [
    'a script at opening',
    PDF,
    () => pdfWith('/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>'),
    'document.active-content',
  ],
  [
    'a script with a veiled name',
    PDF,
    () => pdfWith('/OpenAction << /S /J#61vaScript /J#53 (app.alert\\(1\\)) >>'),
    'document.active-content',
  ],
  [
    'a script in a replaced object',
    PDF,
    () => pdfFile({ head: '1 0 obj\n<< /S /JavaScript >>\nendobj\n' }),
    'document.active-content',
  ],
  ['a program', PDF, () => pdfWith('/OpenAction << /S /Launch /F (cmd.exe) >>'), 'document.active-content'],
  [
    'a web page at opening',
    PDF,
    () => pdfWith('/OpenAction << /S /URI /URI (http://x/) >>'),
    'document.active-content',
  ],
  [
    'an act when the page shows',
    PDF,
    () => pdfFile({ page: '/AA << /O << /S /URI /URI (http://x/) >> >>' }),
    'document.active-content',
  ],
  [
    'a link to the own disk',
    PDF,
    () => pdfFile({ page: '/Annots [<< /A << /S /URI /URI (file:///etc/passwd) >> >>]' }),
    'document.active-content',
  ],
  [
    'a file inside',
    PDF,
    () => pdfWith('/Names << /EmbeddedFiles << /Names [(a) << /EF << >> >>] >> >>'),
    'document.active-content',
  ],
  ['a form with scripts', PDF, () => pdfWith('/AcroForm << /XFA (x) >>'), 'document.active-content'],
  [
    'an encrypted PDF',
    PDF,
    () => pdfFile({ trailer: '/Encrypt << /Filter /Standard /V 1 /R 2 /O (x) /U (x) /P -4 >>' }),
    'document.encrypted',
  ],
  ['macros', 'plan.docm', docm, 'document.active-content'],
  ['a hidden macro', DOCX, () => docx({ name: 'word/vbaProject.bin', content: 'x' }), 'document.active-content'],
  [
    'a macro of LibreOffice',
    'plan.odt',
    () => odt({ name: 'Basic/Standard/x.xml', content: 'x' }),
    'document.active-content',
  ],
  [
    'an object of a program',
    DOCX,
    () => docx({ name: 'word/embeddings/oleObject1.bin', content: 'x' }),
    'document.active-content',
  ],
  [
    'a template from elsewhere',
    DOCX,
    () => docx({ name: 'word/_rels/settings.xml.rels', content: relation('attachedTemplate') }),
    'document.active-content',
  ],
  [
    'entities without end',
    DOCX,
    () => docx({ name: 'word/x.xml', content: '<!DOCTYPE x [<!ENTITY a "aaa"><!ENTITY b "&a;&a;">]><x>&b;</x>' }),
    'document.active-content',
  ],
];

const BROKEN: readonly Hostile[] = [
  [
    'a part outside of its folder',
    DOCX,
    () => docx({ name: '../../../evil.xml', content: 'x' }),
    'document.unreadable',
  ],
  ['a part of the root folder', DOCX, () => docx({ name: '/etc/cron.d/x', content: 'x' }), 'document.unreadable'],
  [
    'a symbolic link',
    DOCX,
    () => docx({ name: 'word/x.xml', content: '/etc/passwd', mode: 0o120_777 }),
    'document.archive-unsafe',
  ],
  ['one name twice', DOCX, () => docx({ name: 'word/document.xml', content: 'x' }), 'document.archive-unsafe'],
  ['an archive inside', DOCX, () => docx({ name: 'word/x.zip', content: 'x' }), 'document.archive-unsafe'],
  [
    'a part with a password',
    DOCX,
    () => docx({ name: 'word/x.xml', content: 'x', encrypted: true }),
    'document.encrypted',
  ],
  [
    'a size that lies',
    'plan.xlsx',
    () => xlsx({ name: 'xl/x.xml', content: Buffer.alloc(5_000_000), claimedSize: 10 }),
    'document.unreadable',
  ],
  ['half a letter', DOCX, () => docx().subarray(0, 120), 'document.unreadable'],
  ['half a picture', 'plan.png', () => png().subarray(0, 40), 'document.unreadable'],
  ['half a PDF', PDF, () => pdfFile().subarray(0, 60), 'document.unreadable'],
  ['a PDF without pages', PDF, () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'document.unreadable'],
];

export const HOSTILE_FILES: readonly Hostile[] = [...WRONG_TYPES, ...TWO_FORMATS, ...LARGE, ...ACTIVE, ...BROKEN];
