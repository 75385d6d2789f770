// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "filters.h"

#include <zlib.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "vienlogs/pdf/failures.h"

namespace vienlogs::pdf {

namespace {

struct EndInflation {
    void operator()(z_stream* stream) const { inflateEnd(stream); }
};

unsigned char paeth(int left, int above, int corner) {
    const int guess = left + above - corner;
    const int toLeft = std::abs(guess - left), toAbove = std::abs(guess - above),
              toCorner = std::abs(guess - corner);
    return static_cast<unsigned char>(toLeft <= toAbove && toLeft <= toCorner ? left
                                      : toAbove <= toCorner                   ? above
                                                                              : corner);
}

unsigned char predicted(char kind, unsigned char left, unsigned char above, unsigned char corner) {
    switch (kind) {
    case 1:
        return left;
    case 2:
        return above;
    case 3:
        return static_cast<unsigned char>((left + above) / 2);
    case 4:
        return paeth(left, above, corner);
    default:
        return 0;
    }
}

} // namespace

base::Result<std::string> inflate(std::string_view packed, std::size_t most) {
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return base::fail(codes::damaged, "packed data");
    const std::unique_ptr<z_stream, EndInflation> guard(&stream);
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.data()));
    stream.avail_in = uInt(packed.size());
    std::string plain;
    std::array<char, 32768> piece;
    int status = Z_OK;
    while (status == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = uInt(piece.size());
        status = ::inflate(&stream, Z_NO_FLUSH);
        plain.append(piece.data(), piece.size() - stream.avail_out);
        if (plain.size() > most)
            return base::fail(codes::tooComplex, "packed data of too many bytes");
    }
    if (status != Z_STREAM_END)
        return base::fail(codes::damaged, "packed data");
    return plain;
}

base::Result<std::string> deflate(std::string_view plain) {
    auto size = compressBound(uLong(plain.size()));
    std::string packed(size, '\0');
    if (compress2(reinterpret_cast<Bytef*>(packed.data()), &size,
                  reinterpret_cast<const Bytef*>(plain.data()), uLong(plain.size()), 9) != Z_OK)
        return base::fail(codes::notBuilt, "packing");
    packed.resize(size);
    return packed;
}

base::Result<std::string> unpredict(std::string_view rows, std::size_t columns, std::size_t bytesPerPixel) {
    std::string plain(rows.size() / (columns + 1) * columns, '\0');
    const auto row = [&](std::size_t index) { return plain.data() + index * columns; };
    for (std::size_t i = 0; (i + 1) * (columns + 1) <= rows.size(); ++i) {
        const auto* from = rows.data() + i * (columns + 1);
        if (static_cast<unsigned char>(*from) > 4)
            return base::fail(codes::damaged, "a prediction that there is none of");
        for (std::size_t k = 0; k < columns; ++k) {
            const bool first = k < bytesPerPixel;
            const char left = first ? '\0' : row(i)[k - bytesPerPixel], above = i ? row(i - 1)[k] : '\0',
                       corner = first || !i ? '\0' : row(i - 1)[k - bytesPerPixel];
            row(i)[k] = char(from[k + 1] + predicted(*from, static_cast<unsigned char>(left),
                                                     static_cast<unsigned char>(above),
                                                     static_cast<unsigned char>(corner)));
        }
    }
    return plain;
}

} // namespace vienlogs::pdf
