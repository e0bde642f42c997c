#include "sim/io/borders_credit.h"

#include <ogrsf_frmts.h>

#include "sim/io/ogr_session.h"

namespace incursion {

std::string borders_credit(const AirspaceSource& source)
{
    register_ogr_drivers();
    const OgrMessages kept;
    const OgrDataset dataset{GDALDataset::Open(source.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY)};
    if (!dataset || dataset->GetLayerCount() == 0)
        return {};
    OGRLayer* layer = source.layer.empty() ? dataset->GetLayer(0) : dataset->GetLayerByName(source.layer.c_str());
    const char* text = layer == nullptr ? nullptr : layer->GetMetadataItem("DESCRIPTION");
    return text == nullptr ? std::string{} : std::string{text};
}

}  // namespace incursion
