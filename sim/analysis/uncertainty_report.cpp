#include "sim/analysis/uncertainty_report.h"

namespace incursion {

Verdict verdict_of(double probability_inside)
{
    if (probability_inside >= 0.99)
        return Verdict::inside;
    if (probability_inside >= 0.9)
        return Verdict::probably_inside;
    if (probability_inside <= 0.01)
        return Verdict::outside;
    return probability_inside <= 0.1 ? Verdict::probably_outside : Verdict::undecidable;
}

std::string_view name_of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::inside: return "inside";
    case Verdict::probably_inside: return "probably inside";
    case Verdict::undecidable: return "undecidable";
    case Verdict::probably_outside: return "probably outside";
    case Verdict::outside: return "outside";
    }
    return "";
}

std::string_view name_of(Reach reach)
{
    switch (reach) {
    case Reach::excluded: return "excluded";
    case Reach::possible: return "possible";
    case Reach::definite: return "definite";
    }
    return "";
}

}  // namespace incursion
