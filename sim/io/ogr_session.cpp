#include "sim/io/ogr_session.h"

#include <algorithm>
#include <mutex>
#include <utility>

#include <cpl_conv.h>
#include <cpl_error.h>

namespace incursion {

namespace {

constexpr std::size_t most_messages = 100;

}  // namespace

void register_ogr_drivers()
{
    static std::once_flag once;
    std::call_once(once, [] { GDALAllRegister(); });
}

OgrMessages::OgrMessages()
{
    CPLPushErrorHandlerEx(keep, this);
}

OgrMessages::~OgrMessages()
{
    CPLPopErrorHandler();
    CPLErrorReset();
}

void CPL_STDCALL OgrMessages::keep(CPLErr level, CPLErrorNum, const char* text)
{
    auto* self = static_cast<OgrMessages*>(CPLGetErrorHandlerUserData());
    if (self == nullptr || level < CE_Warning || self->kept_.size() >= most_messages)
        return;
    Message message{level >= CE_Failure, text == nullptr ? "" : text};
    const auto same = [&](const Message& m) { return m.failure == message.failure && m.text == message.text; };
    if (std::none_of(self->kept_.begin(), self->kept_.end(), same))
        self->kept_.push_back(std::move(message));
}

std::vector<OgrMessages::Message> OgrMessages::take()
{
    return std::exchange(kept_, {});
}

OgrOption::OgrOption(const char* key, const char* value) : key_{key}
{
    if (const char* before = CPLGetThreadLocalConfigOption(key, nullptr))
        before_ = before;
    CPLSetThreadLocalConfigOption(key, value);
}

OgrOption::~OgrOption()
{
    CPLSetThreadLocalConfigOption(key_, before_ ? before_->c_str() : nullptr);
}

}  // namespace incursion
