/** Styles of every page for the respondent: inlined, so that a page is one response. */
export const pageStyle = `
:root{color-scheme:light dark;--line:#6b7280;--accent:#1d4f91;--on-accent:#fff;--paper:#fff;--ink:#1b1f24}
@media(prefers-color-scheme:dark){:root{--line:#9aa4b2;--accent:#9cc4ff;--on-accent:#10233d;--paper:#14181d;--ink:#eef1f5}}
*{box-sizing:border-box}
body{margin:0 auto;padding:1rem;max-width:36rem;font:1.125rem/1.5 system-ui,sans-serif;background:var(--paper);color:var(--ink)}
h1{font-size:1.5rem;line-height:1.25}
h2{font-size:1.25rem;line-height:1.25;margin:2rem 0 .5rem}
h3{font-size:1.125rem;line-height:1.25;margin:1.25rem 0 .5rem}
ul{margin:0 0 1.5rem;padding-inline-start:1.25rem}
a{color:var(--accent);overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;column-gap:1.25rem;margin:0;padding:0;list-style:none}
nav a,nav span{display:block;padding:.5rem 0}
[aria-current]{font-weight:600}
form{margin-bottom:2.5rem}
label,legend{font-weight:600}
fieldset{border:0;margin:0 0 1.75rem;padding:0;min-width:0}
legend{padding:0;margin-bottom:.5rem}
.hint{font-size:1rem;margin:.25rem 0 .5rem}
form>.hint:not([id]){margin-bottom:1rem}
.problem,.notice{border-inline-start:.25rem solid currentColor;padding-inline-start:.75rem}
input[type=text]{font:inherit;font-family:ui-monospace,monospace;width:100%;min-height:3rem;padding:.5rem;margin-bottom:1rem;border:2px solid var(--line);border-radius:.5rem;background:transparent;color:inherit}
textarea{font:inherit;width:100%;padding:.5rem;margin-bottom:1.75rem;border:2px solid var(--line);border-radius:.5rem;background:transparent;color:inherit}
button{font:inherit;font-weight:600;min-height:3rem;width:100%;border:0;border-radius:.5rem;background:var(--accent);color:var(--on-accent)}
fieldset label{display:flex;align-items:center;gap:.5rem;min-height:2.75rem;padding:.25rem 0;font-weight:400}
fieldset input{width:1.5rem;height:1.5rem;margin:0;flex:none;accent-color:var(--accent)}
.numbers{display:grid;grid-template-columns:repeat(auto-fill,minmax(4.25rem,1fr));gap:.25rem}
[hidden]{display:none!important}
section:focus{outline:0}
[aria-busy=true] button{opacity:.6}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
footer{margin-top:2.5rem;border-top:1px solid var(--line);font-size:1rem}
`
  .trim()
  .replaceAll('\n', '');
