// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "vienlogs/harmonisation/annotation.h"

#include <algorithm>

namespace vienlogs::harmonisation {

namespace {

constexpr AnnotationPart parts[] = {
    {"1", "Tiesību akta projekta izstrādes nepieciešamība"},
    {"1.1", "Pamatojums", true},
    {"1.2", "Mērķis", true},
    {"1.3", "Pašreizējā situācija, problēmas un risinājumi", true},
    {"1.4", "Izvērtējumi/pētījumi, kas pamato tiesību akta nepieciešamību"},
    {"1.5", "Pēcpārbaudes (ex-post) izvērtēšana"},
    {"2", "Tiesību akta projekta ietekmējamās sabiedrības grupas, ietekme uz tautsaimniecības attīstību un "
          "administratīvo slogu"},
    {"2.1", "Sabiedrības grupas, kuras tiesiskais regulējums ietekmē vai varētu ietekmēt", true},
    {"2.2", "Tiesiskā regulējuma ietekme uz tautsaimniecību", true},
    {"2.3", "Administratīvo izmaksu monetārs novērtējums"},
    {"2.4", "Atbilstības izmaksu monetārs novērtējums"},
    {"3", "Tiesību akta projekta ietekme uz valsts budžetu un pašvaldību budžetiem"},
    {"3.1", "Ietekme uz valsts budžetu un pašvaldību budžetiem", true},
    {"4", "Tiesību akta projekta ietekme uz spēkā esošo tiesību normu sistēmu"},
    {"4.1", "Saistītie tiesību aktu projekti"},
    {"4.2", "Cita informācija"},
    {"5", "Tiesību akta projekta atbilstība Latvijas Republikas starptautiskajām saistībām"},
    {"5.1", "Saistības pret Eiropas Savienību"},
    {"5.2", "Citas starptautiskās saistības"},
    {"6", "Projekta izstrādē iesaistītās institūcijas un sabiedrības līdzdalības process"},
    {"6.1", "Projekta izstrādē iesaistītās institūcijas", true},
    {"6.2", "Sabiedrības līdzdalības organizēšanas veidi", true},
    {"6.3", "Sabiedrības līdzdalības rezultāti"},
    {"7", "Tiesību akta projekta izpildes nodrošināšana un tās ietekme uz institūcijām"},
    {"7.1", "Projekta izpildē iesaistītās institūcijas", true},
    {"7.2", "Administratīvo izmaksu monetārs novērtējums institūcijām"},
    {"8", "Horizontālās ietekmes"},
    {"8.1", "Projekta tiesiskā regulējuma ietekme"},
    {"8.2", "Cita informācija"},
};

} // namespace

std::span<const AnnotationPart> annotationParts() {
    return parts;
}

const AnnotationPart* annotationField(std::string_view number) {
    const auto* found = std::ranges::find(parts, number, &AnnotationPart::number);
    const bool field = found != std::end(parts) && number.find('.') != std::string_view::npos;
    return field ? found : nullptr;
}

std::vector<std::string_view> missingFields(const std::map<std::string, std::string>& filled) {
    std::vector<std::string_view> missing;
    for (const auto& part : parts)
        if (part.required && !filled.contains(std::string(part.number)))
            missing.push_back(part.number);
    return missing;
}

} // namespace vienlogs::harmonisation
