import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { setImmediate as nextTask } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { sha256Hex } from './content-hash';
import { fontCoverage } from './font-coverage';
import { PdfRenderer, type PdfTemplates, type RenderedPdf, type RenderOptions } from './pdf-renderer';
import { printableData } from './printable-text';

/** TrueType from npm: the machine's own fonts differ and must never end up in a Bescheid. */
const FONT_FILES = [
  '400Regular/FiraSans_400Regular.ttf',
  '500Medium/FiraSans_500Medium.ttf',
  '600SemiBold/FiraSans_600SemiBold.ttf',
] as const;

/** Memoised layout of letters older than this many renderings is dropped, which keeps memory flat. */
const CACHE_AGE = 3;

interface Engine {
  readonly compiler: NodeCompiler;
  readonly coverage: ReadonlySet<number>;
}

/** Beside the bundle in dist/api, else in the source tree. */
export function defaultTemplatesDir(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const bundled = join(here, 'templates');
  return existsSync(bundled) ? bundled : resolve(here, '../../templates');
}

/** One compiler per process, made at the first letter so that the API starts without it. */
export class TypstPdfRenderer extends PdfRenderer {
  private engine: Promise<Engine> | undefined;

  constructor(private readonly templatesDir: string = defaultTemplatesDir()) {
    super();
  }

  async render<Name extends keyof PdfTemplates>(
    template: Name,
    data: PdfTemplates[Name],
    options: RenderOptions,
  ): Promise<RenderedPdf> {
    this.engine ??= startEngine(this.templatesDir);
    const { compiler, coverage } = await this.engine;
    const printable = printableData(data, coverage);
    try {
      // A Typst compilation is synchronous: about 15 ms a page during which this process serves nothing else.
      const document = this.compile(compiler, template, printable.data, options);
      const creationTimestamp = Math.floor(options.createdAt.getTime() / 1000);
      // PDF/UA-1 and PDF/A-2a do not fit into one file with Typst 0.14: the first export is the accessibility gate, the second is kept.
      compiler.pdf(document, { pdfStandard: 'ua-1', creationTimestamp });
      const bytes = compiler.pdf(document, { pdfStandard: 'a-2a', creationTimestamp });
      return { bytes, sha256: sha256Hex(bytes), pages: document.numOfPages, unprintable: printable.unprintable };
    } finally {
      compiler.evictCache(CACHE_AGE);
      // The native document is freed by a finalizer that runs only between tasks: a loop of letters would pile up 2 MB each.
      await nextTask();
    }
  }

  private compile(compiler: NodeCompiler, template: string, data: unknown, options: RenderOptions): NodeTypstDocument {
    const compiled = compiler.compile({
      mainFilePath: join(this.templatesDir, `${template}.typ`),
      inputs: {
        data: JSON.stringify(data),
        draft: String(options.draft),
        'created-at': options.createdAt.toISOString(),
      },
    });
    if (compiled.result === null || compiled.hasError()) {
      const messages =
        compiled.takeError()?.shortDiagnostics.map((diagnostic: { message?: string }) => diagnostic.message) ?? [];
      throw new Error(`Template ${template} does not compile: ${messages.join('; ')}`);
    }
    return compiled.result;
  }
}

async function startEngine(templatesDir: string): Promise<Engine> {
  const fromHere = createRequire(import.meta.url);
  const fontBlobs = await Promise.all(
    FONT_FILES.map((file) => readFile(fromHere.resolve(`@expo-google-fonts/fira-sans/${file}`))),
  );
  const [regular] = fontBlobs;
  if (regular === undefined) throw new Error('The letter font is missing');
  const typst = await import('@myriaddreamin/typst-ts-node-compiler');
  const compiler = typst.NodeCompiler.create({ workspace: templatesDir, fontArgs: [{ fontBlobs }] });
  return { compiler, coverage: fontCoverage(regular) };
}
