#pragma once

#include <string>
#include <utility>
#include <vector>

#include <archive.h>
#include <archive_entry.h>

namespace incursion::test {

/// Writes members (name and content) into an archive. `format` is of libarchive (ARCHIVE_FORMAT_ZIP, ..._TAR_USTAR,
/// ..._RAW for one stream without a container), `filter` ARCHIVE_FILTER_NONE, ..._GZIP, ..._ZSTD and so on.
inline bool pack(const std::string& path, int format, int filter,
                 const std::vector<std::pair<std::string, std::string>>& members)
{
    archive* const handle = archive_write_new();
    archive_write_set_format(handle, format);
    archive_write_add_filter(handle, filter);
    bool good = archive_write_open_filename(handle, path.c_str()) == ARCHIVE_OK;
    for (const auto& [name, content] : members) {
        archive_entry* const entry = archive_entry_new();
        archive_entry_set_pathname(entry, name.c_str());
        archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        good = good && archive_write_header(handle, entry) == ARCHIVE_OK &&
               archive_write_data(handle, content.data(), content.size()) == static_cast<la_ssize_t>(content.size());
        archive_entry_free(entry);
    }
    good = archive_write_close(handle) == ARCHIVE_OK && good;
    archive_write_free(handle);
    return good;
}

}  // namespace incursion::test
