/** Style of the contents page; colours follow the reader's system, contrast at least 7:1 in both. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --ground: #fff; --line: #767676; --soft: #f2f2f2; --link: #0b3d91; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f2f2; --ground: #16181c; --line: #8c8f94; --soft: #24272d; --link: #a9c7ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem; max-width: 80rem; font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--ground); }
h1 { font-size: 1.75rem; line-height: 1.25; } h2 { margin-top: 2.5rem; font-size: 1.375rem; border-bottom: 1px solid var(--line); }
a { color: var(--link); } a:focus-visible, .wide:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
dt { font-weight: 600; } dd { margin: 0 0 .5rem; } code { overflow-wrap: anywhere; } pre { padding: .75rem; background: var(--soft); overflow-x: auto; }
.wide { overflow-x: auto; } table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; padding: .5rem 0; }
th, td { padding: .375rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-variant-numeric: tabular-nums; }
thead th { background: var(--soft); } tbody th { font-weight: 400; } .amount { white-space: nowrap; }
@media print { body { max-width: none; padding: 0; } nav { display: none; } .wide { overflow: visible; } }
`;
