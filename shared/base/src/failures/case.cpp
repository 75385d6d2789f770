// SPDX-FileCopyrightText: The Vienlogs authors
// SPDX-License-Identifier: EUPL-1.2
#include "areas.h"

namespace vienlogs::base::failures {

std::span<const FailureText> caseArea() {
    static constexpr FailureText texts[] = {
        {"VL-CASE-0001", "Šāda lieta nav atvērta.", "Sāciet pieteikumu no jauna.",
         "There is no such open case.", "Start the application again.", "Такое дело не открыто.",
         "Начните заявление заново."},
        {"VL-CASE-0002", "Šī lieta jau ir atvērta.", "Turpiniet esošo lietu.", "This case is open already.",
         "Go on with the existing case.", "Это дело уже открыто.", "Продолжайте существующее дело."},
        {"VL-CASE-0003", "Šo lietu vairs nevar mainīt.", "Ja kas jālabo, sāciet jaunu pieteikumu.",
         "This case can no longer be changed.", "If something must be corrected, start a new application.",
         "Это дело больше нельзя изменить.", "Если нужно исправление, начните новое заявление."},
        {"VL-CASE-0004", "Pieteikums vēl nav parakstīts.",
         "Lūdziet klientu parakstīt pieteikumu uz papīra vai ar karti.", "The application is not signed yet.",
         "Ask the client to sign it on paper or with the card.", "Заявление ещё не подписано.",
         "Попросите клиента подписать его на бумаге или картой."},
        {"VL-CASE-0005", "Norādītais dokuments lietai nav pievienots.", "Pievienojiet dokumentu vēlreiz.",
         "The document named is not attached to the case.", "Attach the document again.",
         "Указанный документ не приложен к делу.", "Приложите документ ещё раз."},
        {"VL-CASE-0006", "Lietai vēl nav rēķina.",
         "Izrakstiet rēķinu; to dara arī par bezmaksas pakalpojumu.", "The case has no invoice yet.",
         "Issue the invoice; a free service needs one too.", "У дела ещё нет счёта.",
         "Выпишите счёт; он нужен и для бесплатной услуги."},
        {"VL-CASE-0007", "Kāda maksājuma iznākums vēl nav zināms.",
         "Vispirms noskaidrojiet maksājumu: pārbaudiet termināļa čeku.",
         "The outcome of a payment is not known yet.",
         "Settle the payment first: check the terminal's receipt.", "Исход платежа ещё неизвестен.",
         "Сначала выясните платёж: проверьте чек терминала."},
        {"VL-CASE-0008", "Maksājuma summa atšķiras no rēķina summas.", "Pārbaudiet rēķinu un maksājumu.",
         "The payment differs from the invoice.", "Check the invoice and the payment.",
         "Сумма платежа отличается от счёта.", "Проверьте счёт и платёж."},
        {"VL-CASE-0009", "Šis rēķins jau tiek maksāts vai ir samaksāts.",
         "Otrreiz nemaksājiet. Apskatiet maksājuma stāvokli.",
         "This invoice is being paid or is paid already.", "Do not pay again. Look at the payment's state.",
         "Этот счёт уже оплачивается или оплачен.", "Не платите второй раз. Посмотрите состояние платежа."},
        {"VL-CASE-0010", "Klients vēl nav identificēts.",
         "Ielieciet klienta karti lasītājā vai pārbaudiet personas dokumentu.",
         "The client is not identified yet.",
         "Put the client's card in the reader or check an identity document.",
         "Клиент ещё не идентифицирован.", "Вставьте карту клиента в считыватель или проверьте документ."},
        {"VL-CASE-0011", "Pieteikuma atbildes ir pārāk garas.",
         "Saīsiniet garākos tekstus vai pievienojiet tos kā dokumentu.",
         "The answers of the application are too long.",
         "Shorten the long texts or attach them as a document.", "Ответы заявления слишком длинные.",
         "Сократите длинные тексты или приложите их документом."},
        {"VL-CASE-0012", "Rēķinā nav tās maksas, kas pakalpojumam noteikta.",
         "Atveriet maksāšanas soli un izvēlieties maksu vēlreiz; ja atvieglojumam vajag dokumentu, norādiet "
         "to.",
         "The invoice is not for the fee that the service has.",
         "Open the payment step and choose the fee again; if a relief needs a document, say which one.",
         "В счёте указана не та плата, которая установлена за услугу.",
         "Откройте шаг оплаты и выберите плату ещё раз; если для льготы нужен документ, укажите его."},
        {"VL-CASE-0013", "Maksa jau ir samaksāta vai tiek maksāta, tāpēc to vairs nevar mainīt.",
         "Ja izvēlēta nepareiza maksa, vispirms atmaksājiet maksājumu un tad izvēlieties pareizo.",
         "The fee is paid or being paid, so it can no longer be changed.",
         "If it was the wrong fee, give the payment back first, then choose the right one.",
         "Плата уже внесена или вносится, поэтому изменить её больше нельзя.",
         "Если выбрана неверная плата, сначала верните платёж, затем выберите верную."},
        {"VL-CASE-0014", "Šī pieteikuma atbildes pa to laiku mainīja arī citur. Saglabātas ir abas.",
         "Atveriet “Nosūtīšana” un izvēlieties, kuras atbildes ir pareizās.",
         "The answers of this application were changed elsewhere meanwhile. Both are kept.",
         "Open “Sending” and choose which answers are right.",
         "Ответы этого заявления тем временем изменили и в другом месте. Сохранены оба варианта.",
         "Откройте «Отправка» и выберите, какие ответы верны."},
        {"VL-CASE-0015", "Kamēr aizpildījāt šo veidlapu, tās atbildes mainīja arī citur.",
         "Pārbaudiet ar klientu ievadīto. Ja tas ir pareizs, turpiniet vēlreiz: tas aizstās citur ievadīto.",
         "While you were filling this form, its answers were changed elsewhere too.",
         "Check with the client what is entered. If it is right, continue again: it replaces what was "
         "entered "
         "elsewhere.",
         "Пока вы заполняли эту форму, её ответы изменили и в другом месте.",
         "Проверьте введённое с клиентом. Если оно верно, продолжите ещё раз: оно заменит введённое в другом "
         "месте."},
        {"VL-CASE-0016",
         "Šajā lietā ierakstīts vairāk, nekā vienā lietā var glabāt, tāpēc šis netika pievienots.",
         "Saīsiniet garos tekstus vai atlikušajam atveriet jaunu lietu.",
         "This case holds as much as one case can, so this was not added.",
         "Shorten the long texts, or open a new case for the rest.",
         "В этом деле записано больше, чем может храниться в одном деле, поэтому это не добавлено.",
         "Сократите длинные тексты или откройте для остального новое дело."},
    };
    return texts;
}

} // namespace vienlogs::base::failures
