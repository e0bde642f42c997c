#include "tools/incursion/html_style.h"

namespace incursion {

namespace {

// Contrast of text on its ground is 4.5 or better in both schemes (WCAG 2.2, 1.4.3); colours of the charts come with
// shapes, dashes or labels, so that none is told by colour alone.
constexpr std::string_view style = R"css(
:root { color-scheme: light dark; --paper: #fff; --ink: #16191d; --soft: #555d66; --rule: #d5dade; --panel: #f3f5f6;
  --good: #1d6b3c; --bad: #b3261e; --call: #1f5f99; --inside: #fbe9e7; --due: #7a5900; --track: #16191d; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171a; --ink: #e8eaec; --soft: #a4acb3; --rule: #383f45; --panel: #1e2327; --good: #6fcf97;
    --bad: #ff8a80; --call: #82b8ea; --inside: #3a2220; --due: #e0b64f; --track: #e8eaec; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px 20px 48px; max-width: 1040px; background: var(--paper); color: var(--ink);
  font: 16px/1.5 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 28px; line-height: 1.2; margin: 0 0 4px; }
h2 { font-size: 20px; margin: 40px 0 12px; padding-bottom: 4px; border-bottom: 1px solid var(--rule); }
p { margin: 0 0 10px; max-width: 72ch; }
a { color: var(--call); }
.soft { color: var(--soft); }
table { width: 100%; border-collapse: collapse; font-size: 15px; }
th, td { text-align: left; vertical-align: top; padding: 7px 12px 7px 0; border-bottom: 1px solid var(--rule); }
thead th { color: var(--soft); font-weight: 600; border-bottom: 2px solid var(--rule); }
tbody th { font-weight: 600; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
td.time { white-space: nowrap; font-variant-numeric: tabular-nums; }
code { font: 13px/1.4 "DejaVu Sans Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.chart { overflow-x: auto; margin: 0 0 8px; }
.chart svg { display: block; width: 100%; min-width: 720px; height: auto; }
figure { margin: 0; padding: 0 0 6px; break-inside: avoid; }
figure img { display: block; width: 100%; height: auto; border: 1px solid var(--rule); }
figcaption { margin-top: 6px; font-size: 14px; color: var(--soft); }
footer { margin-top: 40px; font-size: 14px; color: var(--soft); }
svg text { font: 12px "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif; fill: var(--ink); }
svg text.label, svg text.name { paint-order: stroke; stroke: var(--paper); stroke-width: 3px; stroke-linejoin: round; }
svg text.axis { fill: var(--soft); }
svg text.name { font-weight: 600; }
svg .grid { stroke: var(--rule); stroke-width: 1; }
svg .frame { stroke: var(--soft); stroke-width: 1; }
svg .border { stroke: var(--bad); stroke-width: 2; }
svg .limit { stroke: var(--due); stroke-width: 1.5; stroke-dasharray: 7 4; }
svg rect.inside { fill: var(--inside); }
svg .track { fill: none; stroke: var(--track); stroke-width: 2; }
svg .track-1 { stroke-dasharray: 9 4; } svg .track-2 { stroke-dasharray: 3 3; }
svg .track-3 { stroke-dasharray: 12 4 3 4; } svg .track-4 { stroke-dasharray: 1 4; }
svg .track-5 { stroke-dasharray: 16 6; }
svg .call { fill: var(--call); }
svg .unheard { fill: var(--paper); stroke: var(--call); stroke-width: 2; stroke-dasharray: 3 2; }
svg .crossing { fill: var(--bad); }
svg .shown { fill: var(--soft); }
svg .leader { stroke: var(--soft); stroke-width: 1; }
svg .visit { fill: var(--bad); }
@media (max-width: 640px) {
  body { padding: 16px 14px 40px; }
  table.cards thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table.cards tr { display: block; padding: 10px 0; border-bottom: 1px solid var(--rule); }
  table.cards th, table.cards td { display: block; padding: 1px 0; border: 0; text-align: left; white-space: normal; }
  table.cards td:empty { display: none; }
  table.cards td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --rule: #bbb; --panel: #eee; --good: #1d6b3c;
    --bad: #b3261e; --call: #1f5f99; --inside: #fbe9e7; --due: #7a5900; --track: #000; }
  @page { size: A4; margin: 16mm 15mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  body { padding: 0; max-width: none; font-size: 10.5pt; }
  table { font-size: 9.5pt; }
  h2 { break-after: avoid; margin-top: 22px; }
  tr, .chart { break-inside: avoid; }
  thead { display: table-header-group; }
  a { color: inherit; text-decoration: none; }
  .chart { overflow: visible; }
  .chart svg { min-width: 0; }
  figure { margin-bottom: 14px; }
  figure img { max-height: 105mm; width: auto; max-width: 100%; }
}
)css";

}  // namespace

std::string_view html_style()
{
    return style.substr(1);
}

}  // namespace incursion
