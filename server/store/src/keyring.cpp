// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/server/store/keyring.h"

#include <fcntl.h>
#include <openssl/rand.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "vienlogs/base/failures_base.h"
#include "vienlogs/server/store/failures.h"

namespace vienlogs::server::store {

namespace {

constexpr std::size_t rawKeySize = 32;
constexpr std::size_t maxFileSize = 64 * 1024;

tl::unexpected<base::Failure> fileFailure(const std::string& name, int error) {
    if (error == ENOENT)
        return base::fail(base::codes::notFound, "keyring/" + name);
    if (error == ENOSPC || error == EDQUOT)
        return base::fail(base::codes::diskFull, "keyring/" + name);
    return base::fail(base::codes::fileUnreadable, "errno " + std::to_string(error), "keyring/" + name);
}

/// Closes a descriptor at the end of a scope.
class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (value_ >= 0)
            ::close(value_);
    }
    [[nodiscard]] int get() const { return value_; }

private:
    int value_;
};

bool writeAll(int descriptor, std::string_view content) {
    while (!content.empty()) {
        const auto written = ::write(descriptor, content.data(), content.size());
        if (written < 0)
            return false;
        content.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0;
}

void syncFolder(const std::filesystem::path& folder) {
    const Descriptor descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.get() >= 0)
        ::fsync(descriptor.get());
}

} // namespace

base::Result<void> Keyring::ensureFolder() const {
    std::error_code error;
    std::filesystem::create_directories(folder_.parent_path(), error);
    if (::mkdir(folder_.c_str(), S_IRWXU) != 0 && errno != EEXIST)
        return fileFailure("", errno);
    return {};
}

base::Result<base::Secret> Keyring::load(const std::string& name) const {
    const Descriptor file(::open((folder_ / name).c_str(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    struct stat status {};
    if (file.get() < 0 || ::fstat(file.get(), &status) != 0)
        return fileFailure(name, errno);
    if ((status.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return base::fail(codes::keyringOpen, "keyring/" + name, name);
    std::string content(std::min<std::size_t>(static_cast<std::size_t>(status.st_size), maxFileSize), '\0');
    const auto size = ::read(file.get(), content.data(), content.size());
    if (size < 0)
        return fileFailure(name, errno);
    base::Secret secret(std::string_view(content).substr(0, static_cast<std::size_t>(size)));
    base::wipe(content.data(), content.size());
    return secret;
}

base::Result<void> Keyring::save(const std::string& name, const base::Secret& content) const {
    if (auto done = ensureFolder(); !done)
        return done;
    // Written beside and linked to its name, so that a crash leaves no half key and nothing is replaced.
    const auto temporary = folder_ / (name + ".new");
    ::unlink(temporary.c_str());
    {
        const Descriptor file(
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (file.get() < 0 || !writeAll(file.get(), content.view()))
            return fileFailure(name, errno);
    }
    const int linked = ::link(temporary.c_str(), (folder_ / name).c_str());
    const int error = errno;
    ::unlink(temporary.c_str());
    if (linked != 0)
        return fileFailure(name, error);
    syncFolder(folder_);
    return {};
}

base::Result<void> Keyring::replace(const std::string& name, const base::Secret& content) const {
    if (auto done = ensureFolder(); !done)
        return done;
    const auto temporary = folder_ / (name + ".new");
    ::unlink(temporary.c_str());
    {
        const Descriptor file(
            ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, S_IRUSR | S_IWUSR));
        if (file.get() < 0 || !writeAll(file.get(), content.view()))
            return fileFailure(name, errno);
    }
    if (::rename(temporary.c_str(), (folder_ / name).c_str()) != 0)
        return fileFailure(name, errno);
    syncFolder(folder_);
    return {};
}

base::Result<void> Keyring::takeOver(const std::string& from, const std::string& to) const {
    if (::rename((folder_ / from).c_str(), (folder_ / to).c_str()) != 0)
        return fileFailure(from, errno);
    syncFolder(folder_);
    return {};
}

base::Result<base::Secret> Keyring::rawKey(const std::string& name) const {
    auto present = load(name);
    if (present && present->view().size() != rawKeySize)
        return base::fail(base::codes::fileUnreadable, "a key of the wrong size", "keyring/" + name);
    if (present || present.error().code != base::codes::notFound)
        return present;
    std::array<unsigned char, rawKeySize> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        return base::fail(base::codes::internal, "RAND_bytes");
    base::Secret key(std::string_view(reinterpret_cast<const char*>(bytes.data()), bytes.size()));
    base::wipe(bytes.data(), bytes.size());
    if (const auto saved = save(name, key); !saved)
        return base::fail(saved.error());
    return key;
}

} // namespace vienlogs::server::store
