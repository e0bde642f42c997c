#include "sim/io/input_bytes.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "sim/io/archive_reader.h"
#include "sim/io/byte_source.h"
#include "sim/io/unpacked.h"

namespace incursion {

namespace {

constexpr std::size_t start_bytes = 4096;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string in_lower_case(std::string_view text)
{
    std::string lower{text};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

std::string_view last_part(std::string_view path)
{
    return path.substr(path.find_last_of('/') + 1);
}

/// Of the last part of a path: from its last point on, in lower case; empty where there is none.
std::string last_ending(std::string_view name)
{
    const std::size_t point = name.find_last_of('.');
    return point == std::string_view::npos || point == 0 ? "" : in_lower_case(name.substr(point));
}

/// The last part of a path without the endings of packers.
std::string_view without_packing(std::string_view path)
{
    std::string_view name = last_part(path);
    for (;;) {
        const std::string ending = last_ending(name);
        constexpr std::array<std::string_view, 5> packers{".gz", ".zst", ".xz", ".bz2", ".gzip"};
        if (std::find(packers.begin(), packers.end(), ending) == packers.end())
            return name;
        name.remove_suffix(ending.size());
    }
}

class SourceBytes : public InputBytes {
public:
    SourceBytes(std::string name, std::string gdal_path, std::unique_ptr<PeekedSource> source)
        : source_{std::move(source)}
    {
        name_ = std::move(name);
        gdal_path_ = std::move(gdal_path);
    }

    Result<std::string_view> start() override
    {
        skip_mark();
        return source_->peek(start_bytes);
    }

    Result<std::string_view> next(std::size_t wanted) override
    {
        skip_mark();
        if (block_.size() < std::max<std::size_t>(wanted, 1))
            block_.resize(std::max<std::size_t>(wanted, 1));
        const auto got = read(block_.data(), wanted);
        return got ? Result<std::string_view>{std::string_view{block_.data(), *got}} : Problem{got.problem()};
    }

    Result<std::size_t> read(char* to, std::size_t size) override
    {
        skip_mark();
        const std::size_t got = fill(to, 0, size);
        if (got == 0 && problem_)
            return *problem_;
        return got;
    }

    Result<std::string_view> rest(std::size_t max_bytes) override
    {
        skip_mark();
        std::size_t got = 0;
        for (;;) {
            constexpr std::size_t least_bytes = std::size_t{1} << 16U;
            if (rest_.size() < got + least_bytes)
                rest_.resize(std::max(got * 2, least_bytes * 4));
            const std::size_t more = fill(rest_.data(), got, rest_.size());
            if (problem_)
                return *problem_;
            if (more > max_bytes)
                return Problem{fmt::format("it is longer than {} bytes; is it the right file?", max_bytes)};
            if (more < rest_.size())
                return std::string_view{rest_.data(), more};
            got = more;
        }
    }

private:
    void skip_mark()
    {
        if (std::exchange(mark_looked_for_, true))
            return;
        const auto first = source_->peek(byte_order_mark.size());
        std::array<char, byte_order_mark.size()> dropped = {};
        if (first && *first == byte_order_mark)
            static_cast<void>(source_->read(dropped.data(), dropped.size()));
    }
    /// Reads into to[from, until) until it is full, at the end or damaged; where that is.
    std::size_t fill(char* to, std::size_t from, std::size_t until)
    {
        while (from < until && !problem_) {
            const auto got = source_->read(to + from, until - from);
            if (!got)
                problem_ = Problem{got.problem()};
            else if (*got == 0)
                break;
            else
                from += *got;
        }
        return from;
    }

    std::unique_ptr<PeekedSource> source_;
    bool mark_looked_for_ = false;
    std::optional<Problem> problem_;  ///< told once the good bytes before it are given
    std::vector<char> block_, rest_;
};

class SingleMember : public InputMembers {
public:
    explicit SingleMember(std::unique_ptr<InputBytes> bytes) : bytes_{std::move(bytes)} {}
    Result<std::unique_ptr<InputBytes>> next() override { return std::move(bytes_); }

private:
    std::unique_ptr<InputBytes> bytes_;
};

/// The bytes of the entry that a reader stands at.
class EntrySource : public ByteSource {
public:
    explicit EntrySource(ArchiveReader& reader) : reader_{&reader} {}
    Result<std::size_t> read(char* to, std::size_t size) override { return reader_->read_data(to, size); }

private:
    ArchiveReader* reader_;
};

/// Files that belong to another one (GDAL reads a Shapefile's itself), or that an operating system adds.
bool is_side_file(std::string_view name)
{
    constexpr std::array<std::string_view, 8> endings{".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx", ".qmd"};
    const std::string ending = last_ending(last_part(name));
    return std::find(endings.begin(), endings.end(), ending) != endings.end() || name.starts_with("__MACOSX/") ||
           in_lower_case(name).ends_with(".shp.xml");
}

class ArchiveMembers : public InputMembers {
public:
    ArchiveMembers(std::string path, bool gdal_can, std::unique_ptr<ByteSource> source)
        : path_{std::move(path)}, gdal_can_{gdal_can}, reader_{std::move(source), ArchiveReader::Holds::members}
    {
    }

    Result<std::unique_ptr<InputBytes>> next() override
    {
        for (;;) {
            const auto entry = reader_.next_entry();
            if (!entry)
                return Problem{entry.problem()};
            if (!*entry)
                return std::unique_ptr<InputBytes>{};
            const std::string& name = (*entry)->name;
            // Of a KMZ file only the KML is read; what else it holds are pictures (OGC 12-007r2, section 7.2).
            const bool is_kmz = last_ending(last_part(path_)) == ".kmz";
            if (!(*entry)->is_file || is_side_file(name) || (is_kmz && last_ending(last_part(name)) != ".kml"))
                continue;
            auto unpacked = unpack(std::make_unique<EntrySource>(reader_));
            if (!unpacked)
                return Problem{fmt::format("{}: {}", name, unpacked.problem())};
            Unpacked inner = std::move(unpacked).value();
            const auto first = inner.source->peek(1);
            if (first && first->empty())
                continue;
            std::string gdal_path;
            if (gdal_can_ && inner.layers == 0)
                gdal_path = fmt::format("{}{{{}}}/{}", reader_.is_tar() ? "/vsitar/" : "/vsizip/", path_, name);
            return std::unique_ptr<InputBytes>{std::make_unique<SourceBytes>(
                fmt::format("{}/{}", path_, name), std::move(gdal_path), std::move(inner.source))};
        }
    }

private:
    std::string path_;
    bool gdal_can_;
    ArchiveReader reader_;
};

}  // namespace

Result<std::size_t> InputBytes::read(char* to, std::size_t size)
{
    const auto bytes = next(size);
    if (!bytes)
        return Problem{bytes.problem()};
    std::copy(bytes->begin(), bytes->end(), to);
    return bytes->size();
}

std::string InputBytes::stem() const
{
    const std::string_view name = without_packing(name_);
    return std::string{name.substr(0, name.size() - last_ending(name).size())};
}

std::string InputBytes::ending() const
{
    return last_ending(without_packing(name_));
}

Result<std::unique_ptr<InputMembers>> open_input(const std::string& path, ReadMeter* meter)
{
    auto file = open_file_source(path, meter);
    if (!file)
        return Problem{file.problem()};
    auto unpacked = unpack(std::move(file).value());
    if (!unpacked)
        return Problem{unpacked.problem()};
    Unpacked inner = std::move(unpacked).value();
    const bool gdal_can = path != "-" && inner.layers <= 1 && inner.gzip_only;
    const auto start = inner.source->peek(start_bytes);
    if (start && packing_of(*start) == Packing::archive)
        return std::unique_ptr<InputMembers>{std::make_unique<ArchiveMembers>(path, gdal_can, std::move(inner.source))};
    std::string gdal_path = !gdal_can ? "" : inner.layers == 1 ? "/vsigzip/" + path : path;
    return std::unique_ptr<InputMembers>{std::make_unique<SingleMember>(
        std::make_unique<SourceBytes>(path, std::move(gdal_path), std::move(inner.source)))};
}

}  // namespace incursion
