#include "tools/incursion/html_style.h"

namespace incursion {

namespace {

constexpr std::string_view debrief_style = R"css(
header { display: flex; flex-wrap: wrap; gap: 16px 40px; justify-content: space-between; align-items: flex-end; }
header > div:first-child { flex: 1 1 320px; }
.score { text-align: right; }
.score b { display: block; font-size: 60px; line-height: 1; font-weight: 700; font-variant-numeric: tabular-nums; }
tr:target, figure:target { background: var(--panel); }
.points { white-space: nowrap; font-variant-numeric: tabular-nums; }
.bar { display: block; width: 96px; height: 8px; margin-top: 5px; background: var(--panel);
  border: 1px solid var(--rule); }
.bar i { display: block; height: 100%; background: var(--good); }
.bar.lost i { background: var(--bad); }
.lost-mark { color: var(--bad); font-weight: 600; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr)); gap: 20px; }
svg .logged { fill: var(--paper); stroke: var(--bad); stroke-width: 2.5; }
svg .done { fill: var(--soft); }
svg .inject { fill: var(--due); }
svg .due { fill: var(--good); } svg .due.missed { fill: var(--paper); stroke: var(--bad); stroke-width: 2.5; }
@media (max-width: 640px) {
  .score { text-align: left; }
  .score b { font-size: 48px; }
}
@media print {
  .pictures { display: block; }
}
)css";

}  // namespace

std::string_view html_debrief_style()
{
    return debrief_style.substr(1);
}

}  // namespace incursion
