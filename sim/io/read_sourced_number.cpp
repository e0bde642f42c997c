#include "sim/io/read_sourced_number.h"

#include "sim/io/read_evidence.h"

namespace incursion {

SourcedNumber read_sourced_number(TomlReader& table, const std::string& key)
{
    table.need({"value", "source", "confidence"});
    const Evidence evidence = read_evidence(table);
    if (table.has("source") && evidence.source.empty())
        table.error("source", "a number needs a source; name the page or document");
    if (table.has("confidence") && evidence.confidence.empty())
        table.error("confidence", "a number needs a confidence: A, B, C, D or G");
    table.finish();
    return {key, table.as_written("value"), evidence.source, evidence.confidence};
}

}  // namespace incursion
