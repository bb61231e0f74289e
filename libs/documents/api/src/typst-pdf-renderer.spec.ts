import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ADMINISTRATIVE_COURTS,
  awardNotice,
  rejectionNotice,
  sampleAwardFacts,
  sampleYear,
  sampleRejectionFacts,
} from '@wir/documents/domain';
import { lettersOnly, pdfText } from './testing/pdf-text';
import { TypstPdfRenderer } from './typst-pdf-renderer';

const renderer = new TypstPdfRenderer();
const createdAt = new Date('2026-03-02T08:00:00Z');
const final = { draft: false, createdAt };

function letters(bytes: Buffer): string {
  return lettersOnly(pdfText(bytes).join('\n'));
}

const HOSTILE =
  '#read("/etc/passwd") {{7*7}} {{111*111}} $x$ *fett* _kursiv_ `code` <label> @verweis \\n // Kommentar = Titel #panic() ' +
  '${7*7} <%= 7*7 %> #{7*7} <img src=file:/etc/passwd> <iframe src=http://127.0.0.1:9/> @import url(http://127.0.0.1:9/) #image("http://127.0.0.1:9/x.png")';
const LONG_NAME = `Zweckverband ${'Donaudampfschifffahrtsgesellschaft'.repeat(12)} für Vielfalt, Teilhabe und Willkommenskultur`;

const samples = {
  'the usual case': sampleAwardFacts(),
  'hostile text': sampleAwardFacts({
    applicationTitle: HOSTILE,
    noticeNumber: '#panic("x")',
    texts: { purpose: HOSTILE, reasons: HOSTILE, payoutRule: HOSTILE, proofRule: HOSTILE, closing: HOSTILE },
    ancillaryProvisions: [{ type: 'OBLIGATION', text: HOSTILE }],
  }),
  'long names': sampleAwardFacts({
    applicationTitle: LONG_NAME,
    recipient: { officialName: LONG_NAME, addresseeBody: LONG_NAME, addressLines: [LONG_NAME] },
  }),
  'a single year': sampleAwardFacts({ years: [sampleYear(2026)], ancillaryProvisions: [] }),
  'many plan lines': sampleAwardFacts({
    years: [2026, 2027, 2028, 2029, 2030].map((year) => {
      const [first] = sampleYear(year).expenses;
      return sampleYear(year, {
        expenses: [
          ...sampleYear(year).expenses,
          ...Array.from({ length: 60 }, (_, line) => ({
            label: `Position ${line}`,
            amountCents: first?.amountCents ?? sampleYear(year).amountCents,
          })),
        ],
      });
    }),
  }),
  'foreign scripts': sampleAwardFacts({
    applicationTitle: 'Çağdaş Şükrü Łódź – 😀 اللغة \u202Etxt.exe\u0000 \u00adzart',
  }),
};

describe('rendering a notice', () => {
  it.each(Object.entries(samples))('passes PDF/UA-1 and PDF/A-2a with %s', async (_, facts) => {
    for (const draft of [false, true]) {
      const pdf = await renderer.render('award-notice', awardNotice(facts), { draft, createdAt });

      expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(pdf.pages).toBe(pdfText(pdf.bytes).length);
    }
  });

  it('prints typed text letter by letter and never runs it', async () => {
    const { bytes } = await renderer.render('award-notice', awardNotice(samples['hostile text']), final);

    const text = letters(bytes);
    expect(text.split(lettersOnly(HOSTILE)).length - 1).toBeGreaterThanOrEqual(7);
    expect(text).not.toContain('root:');
    expect(text).not.toContain('12321');
  });

  it('shows umlauts as they are and a sign for what the font lacks', async () => {
    const { bytes, unprintable } = await renderer.render(
      'award-notice',
      awardNotice(samples['foreign scripts']),
      final,
    );

    expect(letters(bytes)).toContain(lettersOnly('ÇağdaşŞükrüŁódź–◊'));
    expect(letters(bytes)).toContain('txt.exe');
    expect(unprintable).toContain('😀');
  });

  it('writes ENTWURF on each page of a draft and nowhere in the final letter', async () => {
    const draft = await renderer.render('award-notice', awardNotice(sampleAwardFacts({ signature: null })), {
      draft: true,
      createdAt,
    });
    const signed = await renderer.render('award-notice', awardNotice(sampleAwardFacts()), final);

    for (const page of pdfText(draft.bytes)) expect(lettersOnly(page)).toContain('ENTWURF');
    expect(letters(signed.bytes)).not.toContain('ENTWURF');
  });

  it('numbers the pages and repeats the notice number on the later ones', async () => {
    const { bytes, pages } = await renderer.render('award-notice', awardNotice(sampleAwardFacts()), final);

    pdfText(bytes).forEach((page, index) => {
      expect(lettersOnly(page)).toContain(`Seite${index + 1}von${pages}`);
      expect(lettersOnly(page)).toContain('WIRB20260017');
    });
  });

  it.each(ADMINISTRATIVE_COURTS)('names the $name with its address', async (court) => {
    const facts = { court: `VG ${court.town}` };
    for (const pdf of [
      await renderer.render('award-notice', awardNotice(sampleAwardFacts(facts)), final),
      await renderer.render('rejection-notice', rejectionNotice(sampleRejectionFacts(facts)), final),
    ]) {
      expect(letters(pdf.bytes)).toContain(
        lettersOnly(`Klage bei dem ${court.name}, ${court.street}, ${court.postalCode} ${court.town}, erhoben`),
      );
    }
  });

  it('gives the same bytes for the same data and moment, from any process', async () => {
    const first = await renderer.render('award-notice', awardNotice(sampleAwardFacts()), final);
    const again = await new TypstPdfRenderer().render('award-notice', awardNotice(sampleAwardFacts()), final);
    const other = await renderer.render(
      'award-notice',
      awardNotice(sampleAwardFacts({ noticeNumber: 'WIR-B-2026-0018' })),
      final,
    );

    const later = await renderer.render('award-notice', awardNotice(sampleAwardFacts()), {
      draft: false,
      createdAt: new Date('2026-03-02T08:00:01Z'),
    });

    expect(again.sha256).toBe(first.sha256);
    expect(later.sha256).not.toBe(first.sha256);
    expect(again.bytes.equals(first.bytes)).toBe(true);
    expect(other.sha256).not.toBe(first.sha256);
  });

  it('is tagged German with a title, one heading of level one and headed tables', async () => {
    const { bytes } = await renderer.render('award-notice', awardNotice(sampleAwardFacts()), final);

    const file = bytes.toString('utf8');
    expect(file).toContain('/Lang (de-DE)');
    expect(file).toMatch(/\/Marked true/u);
    expect(file).toContain('Zuwendungsbescheid (Projektförderung) Nr. WIR-B-2026-0017</rdf:li>');
    expect(file.match(/\/S \/H1\s/gu)).toHaveLength(1);
    expect(file.match(/\/S \/TH\s/gu)).toHaveLength(10);
    expect(file).toContain('/Scope /Column');
  });

  it('embeds every font with a map back to text, and only ours', async () => {
    const { bytes } = await renderer.render('award-notice', awardNotice(sampleAwardFacts()), final);

    const fonts = bytes.toString('latin1').match(/\/Subtype \/Type0[\s\S]*?>>/gu) ?? [];
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) {
      expect(font).toMatch(/\+FiraSans-(Regular|Medium|SemiBold)\s/u);
      expect(font).toContain('/ToUnicode');
    }
    expect(bytes.toString('latin1').match(/\/FontFile2 /gu)).toHaveLength(fonts.length);
  });

  it('refuses a template that is not accessible', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'wir-templates-'));
    await writeFile(join(folder, 'rejection-notice.typ'), 'Kein Titel, keine Überschrift');

    await expect(
      new TypstPdfRenderer(folder).render('rejection-notice', rejectionNotice(sampleRejectionFacts()), final),
    ).rejects.toThrow();
    await rm(folder, { recursive: true });
  });
});
