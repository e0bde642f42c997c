#pragma once

#include <cstdint>
#include <string_view>

#include "sim/base/diagnostics.h"
#include "sim/io/input_bytes.h"

namespace incursion {

/// The attributes of the element that begins, valid during the call.
class XmlAttributes {
public:
    explicit XmlAttributes(const char* const* list) : list_{list} {}
    /// Null where there is none of that name.
    const char* find(std::string_view name) const;

private:
    const char* const* list_;
};

/// Where the reader is. Names are without their prefix: `coord` for `gx:coord`.
struct XmlPlace {
    std::string_view name;
    std::string_view parent;  ///< of the element around it; empty for the root
    std::int64_t line = 0;    ///< from 1
};

/// Is told what an XML document holds, in its order. What is returned says whether the rest is wanted.
class XmlHandler {
public:
    XmlHandler() = default;
    virtual ~XmlHandler() = default;
    XmlHandler(const XmlHandler&) = delete;
    XmlHandler& operator=(const XmlHandler&) = delete;

    virtual bool begin(const XmlPlace& place, const XmlAttributes& attributes) = 0;
    /// `text` is what the element holds behind its last child.
    virtual bool end(const XmlPlace& place, std::string_view text) = 0;
};

/// True if `start` shows a document whose root is named so (with or without a prefix), or if the ending is the usual
/// one and `start` may be a document whose root comes later or is not in bytes of ASCII.
bool xml_root_fits(std::string_view root, std::string_view usual_ending, std::string_view ending,
                   std::string_view start);

/// Reads a document as it streams by (expat: UTF-8, UTF-16, ISO 8859-1, US-ASCII). An error where it is no well-formed
/// XML, is damaged, declares entities (which can blow up to any size), nests deeper than 200 elements or has a text
/// longer than a megabyte; what came before that was told.
void read_xml(InputBytes& input, XmlHandler& handler, Diagnostics& diagnostics);

}  // namespace incursion
