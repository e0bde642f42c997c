#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <gdal_priv.h>

namespace incursion {

/// Loads GDAL's drivers once in the life of the program; any thread may call it.
void register_ogr_drivers();

/// While it lives, what GDAL has to say on this thread is kept here instead of going to standard error.
class OgrMessages {
public:
    struct Message {
        bool failure = false;  ///< GDAL could not do something; else a warning
        std::string text;
    };

    OgrMessages();
    ~OgrMessages();
    OgrMessages(const OgrMessages&) = delete;
    OgrMessages& operator=(const OgrMessages&) = delete;

    /// What was said since the last call; the same words once. At most a hundred are kept.
    std::vector<Message> take();

private:
    static void CPL_STDCALL keep(CPLErr level, CPLErrorNum number, const char* text);
    std::vector<Message> kept_;
};

/// A GDAL option for this thread while it lives; then what it was before.
class OgrOption {
public:
    OgrOption(const char* key, const char* value);
    ~OgrOption();
    OgrOption(const OgrOption&) = delete;
    OgrOption& operator=(const OgrOption&) = delete;

private:
    const char* key_;
    std::optional<std::string> before_;
};

struct OgrClose {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using OgrDataset = std::unique_ptr<GDALDataset, OgrClose>;

}  // namespace incursion
