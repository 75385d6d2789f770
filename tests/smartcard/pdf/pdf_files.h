// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstdio>
#include <map>
#include <string>

namespace vienlogs::test {

/// A PDF from its objects by number, with a table of cross references.
inline std::string pdfOf(const std::map<int, std::string>& objects, const std::string& trailer = "") {
    std::string pdf = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", rows = "0000000000 65535 f \n";
    int last = 0;
    for (const auto& [number, text] : objects) {
        for (++last; last < number; ++last)
            rows += "0000000000 00000 f \n";
        char row[24];
        std::snprintf(row, sizeof row, "%010zu 00000 n \n", pdf.size());
        rows += row;
        pdf += std::to_string(number) + " 0 obj\n" + text + "\nendobj\n";
    }
    const auto start = pdf.size();
    const auto size = std::to_string(last + 1);
    return pdf + "xref\n0 " + size + "\n" + rows + "trailer\n<< /Size " + size + " /Root 1 0 R " + trailer +
           ">>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

inline std::string streamOf(const std::string& bytes, const std::string& entries = "") {
    return "<< /Length " + std::to_string(bytes.size()) + " " + entries + ">>\nstream\n" + bytes +
           "\nendstream";
}

/// An application of two pages, the second one lying. `catalog` is put into the catalogue.
inline std::map<int, std::string> applicationObjects(const std::string& catalog = "") {
    const std::string text = "BT /F1 16 Tf 60 770 Td (Iesniegums) Tj 0 -30 Td /F1 11 Tf "
                             "(Ludzu pieskirt pabalstu.) Tj ET";
    const std::string page =
        "/Type /Page /Parent 2 0 R /Resources << /Font << /F1 6 0 R >> >> /Contents 5 0 R";
    return {{1, "<< /Type /Catalog /Pages 2 0 R " + catalog + ">>"},
            {2, "<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 /MediaBox [0 0 595 842] >>"},
            {3, "<< " + page + " >>"},
            {4, "<< " + page + " /Rotate 90 >>"},
            {5, streamOf(text)},
            {6, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"}};
}

/// A file with objects put in the place of others, or added, by an update that uses a table.
inline std::string appended(std::string pdf, const std::map<int, std::string>& objects) {
    const auto previous = pdf.substr(pdf.rfind("startxref") + 10);
    std::string rows;
    int last = 99;
    for (const auto& [number, text] : objects) {
        char row[24];
        std::snprintf(row, sizeof row, "%010zu 00000 n \n", pdf.size());
        rows += std::to_string(number) + " 1\n" + row;
        pdf += std::to_string(number) + " 0 obj\n" + text + "\nendobj\n";
        last = number > last ? number : last;
    }
    const auto start = pdf.size();
    return pdf + "xref\n" + rows + "trailer\n<< /Size " + std::to_string(last + 1) + " /Root 1 0 R /Prev " +
           previous.substr(0, previous.find('\n')) + " >>\nstartxref\n" + std::to_string(start) + "\n%%EOF\n";
}

} // namespace vienlogs::test
