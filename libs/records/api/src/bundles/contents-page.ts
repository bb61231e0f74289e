import { actLabel, BUNDLE_KIND_LABELS, objectLabel, stateLabel } from '@wir/records/domain';
import type { BundlePlan } from './bundle-assembly';
import type { BundleEvent } from './bundle-trail';
import { PAGE_STYLE } from './page-style';

const BERLIN = new Intl.DateTimeFormat('de-DE', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Europe/Berlin',
});
const EURO = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' });
const MARKS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Contents of a bundle as a page that any browser shows without a network: no script, nothing from elsewhere. */
export function contentsPage(plan: BundlePlan): string {
  const { order, head, files, sections } = plan;
  const title = `Prüfmappe ${order.label}`;
  return `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<header>
<p>${escaped(BUNDLE_KIND_LABELS[order.kind])}</p>
<h1>${escaped(title)}</h1>
<dl>
<dt>Stand</dt><dd>${escaped(BERLIN.format(head.occurredAt))} Uhr, Eintrag Nr. ${head.sequence} des Protokolls</dd>
<dt>Prüfsumme dieses Eintrags</dt><dd><code>${escaped(head.head)}</code></dd>
</dl>
<nav aria-label="Inhalt"><ul><li><a href="#dokumente">Dokumente</a></li><li><a href="#daten">Daten</a></li><li><a href="#buchungen">Buchungen</a></li><li><a href="#verlauf">Verlauf</a></li><li><a href="#pruefung">Prüfung</a></li></ul></nav>
</header>
<main>
${section(
  'dokumente',
  'Dokumente',
  list(
    files.map(({ path, title: name }) => link(path, name)),
    'Zu diesem Vorgang gibt es keine Dokumente.',
  ),
)}
${section(
  'daten',
  'Daten',
  list(
    sections.map(({ name, title: label, rows }) => `${link(`daten/${name}.json`, label)} (${rows.length})`),
    'Keine Daten.',
  ),
)}
${section('buchungen', 'Buchungen', ledger(plan))}
${section('verlauf', 'Verlauf', trail(plan.events))}
${section('pruefung', 'Prüfung', verification(plan))}
</main>
</body>
</html>
`;
}

function section(id: string, title: string, content: string): string {
  return `<section aria-labelledby="${id}">\n<h2 id="${id}">${title}</h2>\n${content}\n</section>`;
}

function list(items: readonly string[], none: string): string {
  return items.length === 0 ? `<p>${none}</p>` : `<ul>\n${items.map((item) => `<li>${item}</li>`).join('\n')}\n</ul>`;
}

function link(path: string, text: string): string {
  return `<a href="${escaped(path)}">${escaped(text)}</a>`;
}

function table(caption: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${text}</th>`).join('');
  const body = rows.map(
    ([first = '', ...rest]) =>
      `<tr><th scope="row">${first}</th>${rest.map((cell) => `<td>${cell}</td>`).join('')}</tr>`,
  );
  return `<div class="wide" role="region" aria-label="${caption}" tabindex="0"><table>\n<caption>${caption}</caption>\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`;
}

function ledger({ sections }: BundlePlan): string {
  const rows = sections.filter(({ name }) => name === 'kontobuch').flatMap((each) => each.rows) as Record<
    string,
    unknown
  >[];
  if (rows.length === 0) return '<p>Zu diesem Vorgang wurde nichts gebucht.</p>';
  const cells = rows.map((row) => [
    text(row['id']),
    text(row['value_date']),
    text(row['kind']),
    `${text(row['from_account'])} → ${text(row['to_account'])} ${text(row['budget_year'])}`,
    `<span class="amount">${escaped(EURO.format(Number(row['amount_cents']) / 100))}</span>`,
    text(row['reason']),
  ]);
  return table('Buchungen', ['Nr.', 'Wertstellung', 'Art', 'Konten', 'Betrag', 'Grund'], cells);
}

function trail(events: readonly BundleEvent[]): string {
  if (events.length === 0) return '<p>Das Protokoll nennt zu diesem Vorgang nichts.</p>';
  const cells = events.map((event) => [
    String(event.sequence),
    escaped(BERLIN.format(new Date(event.occurredAt))),
    who(event),
    what(event),
    states(event),
    event.salt === null && event.reasonDigest !== null ? '<em>gelöscht</em>' : text(event.reason),
  ]);
  return table('Verlauf', ['Nr.', 'Zeit (Berlin)', 'Person', 'Vorgang', 'Zustand', 'Grund'], cells);
}

function who({ actorName, actorRole, deputyForName }: BundleEvent): string {
  const deputy = deputyForName === null ? '' : `, i. V. für ${escaped(deputyForName)}`;
  return `${escaped(actorName ?? 'Unbekannt')}${deputy}<br><small>${escaped(actorRole)}</small>`;
}

function what({ action, objectType, outcome, code }: BundleEvent): string {
  const refused = outcome === 'REFUSED' ? `<br><small>abgewiesen: ${escaped(code ?? '')}</small>` : '';
  return `${escaped(actLabel(action))}<br><small>${escaped(objectLabel(objectType))}</small>${refused}`;
}

function states({ objectType, fromState, toState }: BundleEvent): string {
  const [from, to] = [fromState, toState].map((state) =>
    state === null ? '' : escaped(stateLabel(objectType, state)),
  );
  return from && to && from !== to ? `${from} → ${to}` : (to ?? '') || (from ?? '');
}

function verification({ head, anchors }: BundlePlan): string {
  const signed =
    anchors.length === 0
      ? 'In diesem Zeitraum wurde noch kein Stand unterschrieben.'
      : `${anchors.length} unterschriebene Stände liegen in <code>protokoll/anker</code>, der öffentliche Schlüssel daneben.`;
  return `<p>Diese Mappe prüft sich ohne das Portal; nötig ist nur Node.js. Im entpackten Ordner:</p>
<pre><code>node verify-audit.mjs</code></pre>
<p>Das Programm vergleicht jede Datei mit <code>manifest.json</code> und rechnet die Kette von Eintrag 1 bis ${head.sequence} nach. Einträge dieses Vorgangs stehen ganz darin, fremde nur als Fingerabdruck: Er trägt die Kette und verrät nichts. ${signed}</p>
<p>Den öffentlichen Schlüssel und die Prüfsumme oben sollten Sie mit denen vergleichen, die die Behörde an anderer Stelle veröffentlicht.</p>`;
}

function text(value: unknown): string {
  return value === null || value === undefined ? '' : escaped(String(value));
}

function escaped(value: string): string {
  return value.replace(/[&<>"']/g, (mark) => MARKS[mark] ?? '');
}
