// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "appearance.h"

#include <algorithm>
#include <cstdio>

#include "filters.h"
#include "font.h"

namespace vienlogs::pdf {

namespace {

// The colours of the suite's look: paper, line, ink, muted, accent, as operands of rg.
constexpr const char *paper = "1 1 1", *line = "0.498 0.533 0.580", *ink = "0.106 0.122 0.141",
                     *muted = "0.290 0.325 0.380", *accent = "0.478 0.122 0.169";

template<typename... Values>
std::string format(const char* pattern, Values... values) {
    char text[400];
    std::snprintf(text, sizeof text, pattern, values...);
    return text;
}

/// A pen's stroke in a ring, `size` points wide; no tick, which would promise that the signature holds.
std::string mark(double x, double y, double size) {
    const double r = size / 2, k = 0.5523 * r, cx = x + r, cy = y + r;
    std::string ring = format("%s RG %.2f w %.2f %.2f m ", accent, size / 14, cx + r, cy);
    ring += format("%.2f %.2f %.2f %.2f %.2f %.2f c ", cx + r, cy + k, cx + k, cy + r, cx, cy + r);
    ring += format("%.2f %.2f %.2f %.2f %.2f %.2f c ", cx - k, cy + r, cx - r, cy + k, cx - r, cy);
    ring += format("%.2f %.2f %.2f %.2f %.2f %.2f c ", cx - r, cy - k, cx - k, cy - r, cx, cy - r);
    ring += format("%.2f %.2f %.2f %.2f %.2f %.2f c s\n", cx + k, cy - r, cx + r, cy - k, cx + r, cy);
    return ring + format("%.2f w 1 J 1 j %.2f %.2f m %.2f %.2f %.2f %.2f %.2f %.2f c "
                         "%.2f %.2f %.2f %.2f %.2f %.2f c %.2f %.2f %.2f %.2f %.2f %.2f c S\n",
                         size / 15, cx - 0.55 * r, cy - 0.2 * r, cx - 0.35 * r, cy + 0.75 * r, cx + 0.15 * r,
                         cy + 0.75 * r, cx - 0.2 * r, cy - 0.3 * r, cx - 0.3 * r, cy - 0.55 * r, cx,
                         cy + 0.3 * r, cx + 0.12 * r, cy + 0.02 * r, cx + 0.2 * r, cy - 0.3 * r,
                         cx + 0.25 * r, cy - 0.3 * r, cx + 0.58 * r, cy - 0.05 * r);
}

/// Lines of text in a column, made smaller where one would not fit.
class Column {
public:
    Column(double x, double width, double scale) : x_(x), width_(width), scale_(scale) {}
    void add(Font& font, const char* fontName, const char* colour, double size, double baseline,
             const std::string& text) {
        const auto wanted = size * scale_;
        const auto fitting = std::min(wanted, width_ / std::max(font.widthOf(text), 0.01));
        drawn_ += format("%s rg /%s %.2f Tf 1 0 0 1 %.2f %.2f Tm ", colour, fontName, fitting, x_, baseline) +
                  font.show(text) + " Tj\n";
    }
    [[nodiscard]] std::string text() const { return "BT\n" + drawn_ + "ET\n"; }

private:
    double x_, width_, scale_;
    std::string drawn_;
};

std::string drawing(Font& regular, Font& bold, const Rectangle& place, const AppearanceText& text) {
    const double w = place.width, h = place.height, scale = h / 62, pad = 9 * scale;
    std::string drawn = format("q %s rg 0 0 %.2f %.2f re f\n", paper, w, h);
    drawn += format("%s RG 0.75 w 0.38 0.38 %.2f %.2f re S\n", line, w - 0.76, h - 0.76);
    drawn += format("%s rg 0 0 %.2f %.2f re f\n", accent, 3.5 * scale, h);
    const double markSize = 22 * scale;
    const bool withMark = w > 5 * markSize;
    if (withMark)
        drawn += mark(w - pad - markSize, h - pad - markSize, markSize);
    const double left = 3.5 * scale + pad, width = w - left - pad;
    const double besideMark = withMark ? width - markSize - pad / 2 : width;
    Column top(left, besideMark, scale), below(left, width, scale);
    top.add(bold, "B", accent, 7.5, h - pad - 6 * scale, "Elektroniski parakstīts");
    top.add(bold, "B", ink, 12, h - pad - 20.5 * scale, text.signer);
    below.add(regular, "R", ink, 8, h - pad - 33 * scale, text.time);
    below.add(regular, "R", muted, 6.2, h - pad - 44 * scale,
              text.reason.empty() ? "Paraksts ir pārbaudāms failā, ne izdrukā." : text.reason);
    return drawn + top.text() + below.text() + "Q\n";
}

Array matrixFor(int rotation, const Rectangle& place) {
    const auto real = [](double value) { return Object(Number{format("%.2f", value)}); };
    switch (rotation) {
    case 90:
        return {real(0), real(1), real(-1), real(0), real(place.height), real(0)};
    case 180:
        return {real(-1), real(0), real(0), real(-1), real(place.width), real(place.height)};
    case 270:
        return {real(0), real(-1), real(1), real(0), real(0), real(place.width)};
    default:
        return {real(1), real(0), real(0), real(1), real(0), real(0)};
    }
}

} // namespace

std::string shownTime(base::Timestamp at, std::chrono::minutes utcOffset) {
    using namespace std::chrono;
    const auto local = floor<seconds>(at + utcOffset);
    const auto day = floor<days>(local);
    const hh_mm_ss time(local - day);
    const auto offset = std::abs(utcOffset.count());
    return base::toLatvianDate(year_month_day(day)) +
           format(" %02d:%02d:%02d %c%02d:%02d", int(time.hours().count()), int(time.minutes().count()),
                  int(time.seconds().count()), utcOffset.count() < 0 ? '-' : '+', int(offset / 60),
                  int(offset % 60));
}

base::Result<Reference> addAppearance(Increment& increment, const VisibleField& field,
                                      const AppearanceText& text, int rotation) {
    auto regular = Font::open(field.font), bold = Font::open(field.boldFont);
    if (!regular)
        return base::fail(regular.error());
    if (!bold)
        return base::fail(bold.error());
    const auto drawn = deflate(drawing(*regular, *bold, field.place, text));
    if (!drawn)
        return base::fail(drawn.error());
    const auto regularFont = regular->embed(increment), boldFont = bold->embed(increment);
    if (!regularFont || !boldFont)
        return base::fail(regularFont ? boldFont.error() : regularFont.error());
    const auto real = [](double value) { return Object(Number{format("%.2f", value)}); };
    return increment.addStream(
        {{"Type", Name{"XObject"}},
         {"Subtype", Name{"Form"}},
         {"BBox", Array{real(0), real(0), real(field.place.width), real(field.place.height)}},
         {"Matrix", matrixFor(rotation, field.place)},
         {"Filter", Name{"FlateDecode"}},
         {"Resources", Dictionary{{"Font", Dictionary{{"R", *regularFont}, {"B", *boldFont}}}}}},
        *drawn);
}

} // namespace vienlogs::pdf
