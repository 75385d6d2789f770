<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Texts</name>
    <message>
        <source>Started, incomplete</source>
        <translation>Начато, не завершено</translation>
    </message>
    <message>
        <source>Signed, not yet submitted</source>
        <translation>Подписано, ещё не подано</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Подано</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>На рассмотрении</translation>
    </message>
    <message>
        <source>Completed</source>
        <translation>Завершено</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Отказано</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Отозвано</translation>
    </message>
    <message>
        <source>In the e-account</source>
        <translation>В э-кабинете</translation>
    </message>
    <message>
        <source>To the official e-address</source>
        <translation>На официальный э-адрес</translation>
    </message>
    <message>
        <source>By post</source>
        <translation>По почте</translation>
    </message>
    <message>
        <source>On paper at this desk</source>
        <translation>На бумаге здесь, на месте</translation>
    </message>
    <message>
        <source>By telephone</source>
        <translation>По телефону</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Отправлено</translation>
    </message>
    <message>
        <source>Waiting to send</source>
        <translation>Ждёт отправки</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Сервер отказал</translation>
    </message>
    <message>
        <source>Need</source>
        <translation>Потребность</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Услуги</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Заявление</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>Submission</source>
        <translation>Подача</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Бесплатно</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>Сразу</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n working day(s)</source>
        <translation>
            <numerusform>%n рабочий день</numerusform>
            <numerusform>%n рабочих дня</numerusform>
            <numerusform>%n рабочих дней</numerusform>
        </translation>
    </message>
    <message>
        <source>desk</source>
        <translation>на месте</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в интернете</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>по телефону</translation>
    </message>
    <message>
        <source>kiosk</source>
        <translation>в киоске</translation>
    </message>
    <message>
        <source>post</source>
        <translation>по почте</translation>
    </message>
    <message>
        <source>institution</source>
        <translation>в учреждении</translation>
    </message>
    <message>
        <source>Looked at the person in the population register</source>
        <translation>Просмотрены данные в регистре населения</translation>
    </message>
    <message>
        <source>Looked up in the enterprise register</source>
        <translation>Просмотрены данные в регистре предприятий</translation>
    </message>
    <message>
        <source>Looked at other registers</source>
        <translation>Просмотрены данные в другом регистре</translation>
    </message>
    <message>
        <source>Logged in without the server</source>
        <translation>Вход без сервера</translation>
    </message>
    <message>
        <source>Terminal&apos;s day closed</source>
        <translation>День терминала закрыт</translation>
    </message>
    <message>
        <source>Contact begun</source>
        <translation>Обслуживание начато</translation>
    </message>
    <message>
        <source>Identity checked</source>
        <translation>Проверена личность</translation>
    </message>
    <message>
        <source>Contact ended</source>
        <translation>Обслуживание завершено</translation>
    </message>
    <message>
        <source>Application begun</source>
        <translation>Начато заявление</translation>
    </message>
    <message>
        <source>Application filled in</source>
        <translation>Заполнено заявление</translation>
    </message>
    <message>
        <source>Document attached</source>
        <translation>Добавлен документ</translation>
    </message>
    <message>
        <source>Document removed</source>
        <translation>Удалён документ</translation>
    </message>
    <message>
        <source>Application signed</source>
        <translation>Подписано заявление</translation>
    </message>
    <message>
        <source>Invoice issued</source>
        <translation>Выставлен счёт</translation>
    </message>
    <message>
        <source>Payment recorded</source>
        <translation>Записан платёж</translation>
    </message>
    <message>
        <source>Application submitted</source>
        <translation>Подано заявление</translation>
    </message>
    <message>
        <source>Application withdrawn</source>
        <translation>Отозвано заявление</translation>
    </message>
    <message>
        <source>Application looked at</source>
        <translation>Просмотрено заявление</translation>
    </message>
    <message>
        <source>Document looked at</source>
        <translation>Просмотрен документ</translation>
    </message>
    <message>
        <source>Applications in the e-account looked at</source>
        <translation>Просмотрены заявления в э-кабинете</translation>
    </message>
    <message>
        <source>List of who looked was read</source>
        <translation>Просмотрен этот список</translation>
    </message>
    <message>
        <source>Another act</source>
        <translation>Другое действие</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::AccountLoginViewModel</name>
    <message>
        <source>Asking the server…</source>
        <translation>Запрос к серверу…</translation>
    </message>
    <message>
        <source>Choose your institution.</source>
        <translation>Выберите своё учреждение.</translation>
    </message>
    <message>
        <source>Log in in the browser.</source>
        <translation>Войдите в браузере.</translation>
    </message>
    <message>
        <source>Enter the code of your second factor.</source>
        <translation>Введите код второго фактора.</translation>
    </message>
    <message>
        <source>The login page is open there: %1. Come back here when you have logged in.</source>
        <translation>Там открыта страница входа: %1. Когда войдёте, вернитесь сюда.</translation>
    </message>
    <message>
        <source>%1 has confirmed who you are. The six digits are in the app on your phone.</source>
        <translation>Учреждение (%1) подтвердило вашу личность. Шесть цифр — в приложении на вашем телефоне.</translation>
    </message>
    <message>
        <source>You have logged in here. Close this page and go on in Vienlogs: it asks for the code of your second factor.</source>
        <translation>Здесь вы вошли. Закройте эту страницу и продолжите в программе Vienlogs: она спрашивает код второго фактора.</translation>
    </message>
    <message>
        <source>This login did not work. Close this page and go back to Vienlogs: it says what to do.</source>
        <translation>Войти не удалось. Закройте эту страницу и вернитесь в программу Vienlogs: там сказано, что делать.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::AppViewModel</name>
    <message>
        <source>End the contact</source>
        <translation>Завершить приём</translation>
    </message>
    <message>
        <source>Assign the readers</source>
        <translation>Назначить считыватели</translation>
    </message>
    <message>
        <source>Look for devices again</source>
        <translation>Искать устройства ещё раз</translation>
    </message>
    <message>
        <source>Ask the registers again</source>
        <translation>Запросить реестры ещё раз</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>End the terminal&apos;s day</source>
        <translation>Закрыть день терминала</translation>
    </message>
    <message>
        <source>Sending: what waits, what was refused</source>
        <translation>Отправка: что ждёт, что отклонено</translation>
    </message>
    <message>
        <source>PIN codes of a card: change, unblock</source>
        <translation>PIN-коды карты: сменить, разблокировать</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ContactViewModel</name>
    <message>
        <source>Nobody identified</source>
        <translation>Никто не идентифицирован</translation>
    </message>
    <message>
        <source>Document seen %1</source>
        <translation>Документ просмотрен %1</translation>
    </message>
    <message>
        <source>PIN proved %1</source>
        <translation>PIN подтверждён %1</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n день</numerusform>
            <numerusform>%n дня</numerusform>
            <numerusform>%n дней</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n час</numerusform>
            <numerusform>%n часа</numerusform>
            <numerusform>%n часов</numerusform>
        </translation>
    </message>
    <message>
        <source>Self</source>
        <translation>От своего имени</translation>
    </message>
    <message>
        <source>Card revoked, its issuer says</source>
        <translation>Карта аннулирована, сообщает её издатель</translation>
    </message>
    <message>
        <source>Certificate valid (%1, %2)</source>
        <comment>OCSP or CRL, time</comment>
        <translation>Сертификат действителен (%1, %2)</translation>
    </message>
    <message>
        <source>Card read %1; its issuer is being asked…</source>
        <translation>Карта прочитана %1; спрашивают издателя…</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: its issuer does not know it</source>
        <translation>Карта прочитана %1; сертификат не подтверждён: издатель его не знает</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: the status service&apos;s answer does not hold</source>
        <translation>Карта прочитана %1; сертификат не подтверждён: ответ службы статуса недействителен</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: it names no status service</source>
        <translation>Карта прочитана %1; сертификат не подтверждён: в нём не указана служба статуса</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed: the status service does not answer</source>
        <translation>Карта прочитана %1; сертификат не подтверждён: служба статуса не отвечает</translation>
    </message>
    <message>
        <source>Card read %1; certificate not confirmed</source>
        <translation>Карта прочитана %1; сертификат не подтверждён</translation>
    </message>
    <message>
        <source>Photo checked %1</source>
        <translation>Фото сверено %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::DayViewModel</name>
    <message>
        <source>No day was closed at this desk yet. Close it when the last client has gone.</source>
        <translation>За этим столом ещё ни один день не закрыт. Закройте его, когда уйдёт последний клиент.</translation>
    </message>
    <message>
        <source>The terminal closes its day. That may take a minute.</source>
        <translation>Терминал закрывает день. Это может занять минуту.</translation>
    </message>
    <message>
        <source>The terminal and the desk&apos;s book agree.</source>
        <translation>Терминал и учёт стола сходятся.</translation>
    </message>
    <message>
        <source>The terminal and the desk&apos;s book do not agree. Settle every line below.</source>
        <translation>Терминал и учёт стола не сходятся. Выясните каждую строку ниже.</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer was lost: perhaps it closed its day, perhaps not. Look whether it printed the report. If not, close the day again; that touches no money.</source>
        <translation>Ответ терминала потерян: возможно, день закрыт, возможно, нет. Посмотрите, напечатал ли он отчёт. Если нет, закройте день ещё раз; деньги это не затронет.</translation>
    </message>
    <message>
        <source>The terminal did not close its day. Look at what its screen says and try again.</source>
        <translation>Терминал не закрыл день. Посмотрите, что написано на его экране, и попробуйте ещё раз.</translation>
    </message>
    <message numerus="yes">
        <source>%n payment(s), %1</source>
        <translation>
            <numerusform>%n платёж, %1</numerusform>
            <numerusform>%n платежа, %1</numerusform>
            <numerusform>%n платежей, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>The terminal has %1 more than the desk&apos;s book.</source>
        <translation>В терминале на %1 больше, чем в учёте стола.</translation>
    </message>
    <message>
        <source>Look on the terminal&apos;s report for a payment that no case has, and find its client.</source>
        <translation>Найдите в отчёте терминала платёж, которого нет ни в одном деле, и выясните его клиента.</translation>
    </message>
    <message>
        <source>The terminal has %1 less than the desk&apos;s book.</source>
        <translation>В терминале на %1 меньше, чем в учёте стола.</translation>
    </message>
    <message>
        <source>Look whether something was given back at the terminal itself, or its day was closed before.</source>
        <translation>Выясните, не был ли возврат сделан на самом терминале или день закрыт раньше.</translation>
    </message>
    <message>
        <source>The sums agree, the numbers of payments do not.</source>
        <translation>Суммы сходятся, число платежей — нет.</translation>
    </message>
    <message>
        <source>Compare the terminal&apos;s report with the receipts of the day.</source>
        <translation>Сравните отчёт терминала с чеками за день.</translation>
    </message>
    <message>
        <source>Unknown payment of %1 (%2, %3): the terminal&apos;s sum contains it.</source>
        <translation>Неизвестный платёж %1 (%2, %3): в сумме терминала он есть.</translation>
    </message>
    <message>
        <source>Confirm that it was paid.</source>
        <translation>Подтвердите, что он оплачен.</translation>
    </message>
    <message>
        <source>Unknown payment of %1 (%2, %3): the terminal&apos;s sum does not contain it.</source>
        <translation>Неизвестный платёж %1 (%2, %3): в сумме терминала его нет.</translation>
    </message>
    <message>
        <source>Confirm that it was not paid.</source>
        <translation>Подтвердите, что он не оплачен.</translation>
    </message>
    <message>
        <source>Unknown payment of %1 (%2, %3).</source>
        <translation>Неизвестный платёж %1 (%2, %3).</translation>
    </message>
    <message>
        <source>Look for it on the terminal&apos;s report, then say how it ended.</source>
        <translation>Найдите его в отчёте терминала и укажите, чем он закончился.</translation>
    </message>
    <message>
        <source>Perhaps given back: %1 (%2, %3).</source>
        <translation>Возможно, возвращено: %1 (%2, %3).</translation>
    </message>
    <message>
        <source>A person decided about %1 (%2, %3).</source>
        <translation>О %1 (%2, %3) решил сотрудник.</translation>
    </message>
    <message>
        <source>Look at the receipt again: the difference may lie here.</source>
        <translation>Проверьте чек ещё раз: разница может быть здесь.</translation>
    </message>
    <message>
        <source>The terminal&apos;s totals were lost.</source>
        <translation>Итоги терминала потеряны.</translation>
    </message>
    <message>
        <source>Compare the report that the terminal printed with the desk&apos;s book.</source>
        <translation>Сравните напечатанный терминалом отчёт с учётом стола.</translation>
    </message>
    <message>
        <source>%1: %2, agrees</source>
        <translation>%1: %2, сходится</translation>
    </message>
    <message>
        <source>%1: %2, does not agree</source>
        <translation>%1: %2, не сходится</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::DevicesViewModel</name>
    <message>
        <source>Your reader</source>
        <translation>Ваш считыватель</translation>
    </message>
    <message>
        <source>Client&apos;s reader</source>
        <translation>Считыватель клиента</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Сканер</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Терминал</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>is being looked for</source>
        <translation>ищется</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>готов</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>занят</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>требует внимания</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>не найден</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::DoneViewModel</name>
    <message>
        <source>Service</source>
        <translation>Услуга</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>Acting for</source>
        <translation>Действует</translation>
    </message>
    <message>
        <source>Signed</source>
        <translation>Подписано</translation>
    </message>
    <message>
        <source>With the card; no time stamp yet</source>
        <translation>Картой; метки времени ещё нет</translation>
    </message>
    <message>
        <source>With the card</source>
        <translation>Картой</translation>
    </message>
    <message>
        <source>On paper, scanned</source>
        <translation>На бумаге, отсканировано</translation>
    </message>
    <message>
        <source>%1, paid</source>
        <translation>%1, оплачено</translation>
    </message>
    <message>
        <source>%1, to be paid later</source>
        <translation>%1, оплатит позже</translation>
    </message>
    <message>
        <source>Fee</source>
        <translation>Плата</translation>
    </message>
    <message>
        <source>Sent. The institution has it.</source>
        <translation>Отправлено. Учреждение получило.</translation>
    </message>
    <message>
        <source>Waiting to send. It is kept here and goes as soon as there is a connection.</source>
        <translation>Ждёт отправки. Сохранено здесь и уйдёт, когда появится связь.</translation>
    </message>
    <message>
        <source>Here will be what this client has applied for, as the e-account shows it.</source>
        <translation>Здесь будут заявления клиента, как их показывает э-кабинет.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::FormViewModel</name>
    <message>
        <source>Client&apos;s card</source>
        <translation>Карта клиента</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>Реестр</translation>
    </message>
    <message numerus="yes">
        <source>PDF, %n pages</source>
        <translation>
            <numerusform>PDF, %n страница</numerusform>
            <numerusform>PDF, %n страницы</numerusform>
            <numerusform>PDF, %n страниц</numerusform>
        </translation>
    </message>
    <message>
        <source>Scanned at %1</source>
        <comment>name of a paper</comment>
        <translation>Отсканировано %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::HelpViewModel</name>
    <message>
        <source>is being asked…</source>
        <translation>запрашивается…</translation>
    </message>
    <message>
        <source>The data are older than promised.</source>
        <translation>Данные старше обещанного.</translation>
    </message>
    <message>
        <source>Closed by its owner. Fill the form by hand.</source>
        <translation>Закрыт владельцем. Заполните заявление вручную.</translation>
    </message>
    <message>
        <source>Does not answer. Fill the form by hand.</source>
        <translation>Не отвечает. Заполните заявление вручную.</translation>
    </message>
    <message>
        <source>Its answer could not be understood. Fill the form by hand.</source>
        <translation>Ответ не удалось понять. Заполните заявление вручную.</translation>
    </message>
    <message>
        <source>It knows nothing of this client.</source>
        <translation>Об этом клиенте сведений нет.</translation>
    </message>
    <message>
        <source>What the register says</source>
        <translation>Что говорит реестр</translation>
    </message>
    <message>
        <source>Population register</source>
        <translation>Регистр жителей</translation>
    </message>
    <message>
        <source>Enterprise register</source>
        <translation>Регистр предприятий</translation>
    </message>
    <message>
        <source>Declared residence: %1</source>
        <translation>Декларированное место жительства: %1</translation>
    </message>
    <message>
        <source>Lives there: %1 %2</source>
        <translation>Там живёт: %1 %2</translation>
    </message>
    <message>
        <source>Child: %1 %2</source>
        <translation>Ребёнок: %1 %2</translation>
    </message>
    <message>
        <source>About the service</source>
        <translation>Об услуге</translation>
    </message>
    <message>
        <source>What the client needs</source>
        <translation>Что нужно клиенту</translation>
    </message>
    <message>
        <source>Legal basis</source>
        <translation>Правовое основание</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::LoginViewModel</name>
    <message>
        <source>Plug in your card reader.</source>
        <translation>Подключите свой считыватель карт.</translation>
    </message>
    <message>
        <source>Put your card into your reader.</source>
        <translation>Вставьте свою карту в свой считыватель.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Читается карта…</translation>
    </message>
    <message>
        <source>This card cannot be used. Put in another one.</source>
        <translation>Эту карту использовать нельзя. Вставьте другую.</translation>
    </message>
    <message>
        <source>Enter PIN1 of your card.</source>
        <translation>Введите PIN1 своей карты.</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>Проверяется…</translation>
    </message>
    <message>
        <source>There is no connection. You can work without it: everything is kept here and sent later.</source>
        <translation>Связи нет. Можно работать без неё: всё сохраняется здесь и отправится позже.</translation>
    </message>
    <message>
        <source>Take your card out and put it in again.</source>
        <translation>Извлеките свою карту и вставьте её снова.</translation>
    </message>
    <message>
        <source>PIN1 of this card is blocked.</source>
        <translation>PIN1 этой карты заблокирован.</translation>
    </message>
    <message>
        <source>Enter PIN1 with the keys of your reader. Its cancel key stops it.</source>
        <translation>Введите PIN1 клавишами своего считывателя. Отменить можно его клавишей отмены.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::NeedViewModel</name>
    <message>
        <source>Life situation</source>
        <translation>Жизненная ситуация</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Услуга</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::PaletteViewModel</name>
    <message>
        <source>Command</source>
        <translation>Команда</translation>
    </message>
    <message>
        <source>Life situation</source>
        <translation>Жизненная ситуация</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Услуга</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::PayViewModel</name>
    <message>
        <source>The invoice is being written…</source>
        <translation>Готовится счёт…</translation>
    </message>
    <message>
        <source>This service is free of charge. The invoice says so.</source>
        <translation>Эта услуга бесплатна. Так указано и в счёте.</translation>
    </message>
    <message>
        <source>The client can pay by card now, or later.</source>
        <translation>Клиент может оплатить картой сейчас или позже.</translation>
    </message>
    <message>
        <source>The card terminal is at work.</source>
        <translation>Карточный терминал работает.</translation>
    </message>
    <message>
        <source>The fee is paid.</source>
        <translation>Плата внесена.</translation>
    </message>
    <message>
        <source>The payment was declined. Nothing was charged. Try another card, or the client pays later.</source>
        <translation>Платёж отклонён. Деньги не списаны. Попробуйте другую карту, или клиент оплатит позже.</translation>
    </message>
    <message>
        <source>The payment was called off. Nothing was charged.</source>
        <translation>Платёж прерван. Деньги не списаны.</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer was lost: perhaps the fee was charged, perhaps not. Ask the terminal, or look at its receipt. Do not take the payment again.</source>
        <translation>Ответ терминала потерян: деньги, возможно, списаны, возможно, нет. Запросите терминал или посмотрите чек. Не берите оплату второй раз.</translation>
    </message>
    <message>
        <source>The terminal is asked what happened…</source>
        <translation>Терминал спрашивают, что произошло…</translation>
    </message>
    <message>
        <source>The client pays later. The result is handed out when the payment has arrived.</source>
        <translation>Клиент оплатит позже. Результат выдадут, когда платёж поступит.</translation>
    </message>
    <message>
        <source>Connecting to the terminal…</source>
        <translation>Соединение с терминалом…</translation>
    </message>
    <message>
        <source>Insert or hold the card to the terminal.</source>
        <translation>Вставьте или приложите карту к терминалу.</translation>
    </message>
    <message>
        <source>The client enters the PIN.</source>
        <translation>Клиент вводит PIN.</translation>
    </message>
    <message>
        <source>Wrong PIN. The client tries again.</source>
        <translation>Неверный PIN. Клиент пробует ещё раз.</translation>
    </message>
    <message>
        <source>Take the card out.</source>
        <translation>Выньте карту.</translation>
    </message>
    <message>
        <source>Declined.</source>
        <translation>Отклонено.</translation>
    </message>
    <message>
        <source>Please wait…</source>
        <translation>Подождите…</translation>
    </message>
    <message>
        <source>The fee is being given back. Until it is known how that ended, it is not paid again.</source>
        <translation>Плата возвращается. Пока неизвестно, чем это закончилось, повторно её не берут.</translation>
    </message>
    <message>
        <source>The fee was given back. Choose the right fee and take it, or the client pays later.</source>
        <translation>Плата возвращена. Выберите верную плату и примите её, или клиент заплатит позже.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::PinsViewModel</name>
    <message>
        <source>Put your card into your reader.</source>
        <translation>Вставьте свою карту в свой считыватель.</translation>
    </message>
    <message>
        <source>Put the client&apos;s card into the client&apos;s reader.</source>
        <translation>Вставьте карту клиента в считыватель клиента.</translation>
    </message>
    <message>
        <source>Reading the card…</source>
        <translation>Чтение карты…</translation>
    </message>
    <message>
        <source>The codes are entered with the reader&apos;s keys now. Its cancel key stops it.</source>
        <translation>Теперь коды вводят клавишами считывателя. Отменить можно его клавишей отмены.</translation>
    </message>
    <message>
        <source>The card is at work…</source>
        <translation>Карта работает…</translation>
    </message>
    <message>
        <source>The PUK of this card is blocked. A blocked PIN cannot be opened any more; PMLP issues a new card.</source>
        <translation>Код PUK этой карты заблокирован. Заблокированный PIN уже не разблокировать; новую карту выдаёт PMLP.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries left</source>
        <translation>
            <numerusform>Осталась %n попытка</numerusform>
            <numerusform>Осталось %n попытки</numerusform>
            <numerusform>Осталось %n попыток</numerusform>
        </translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>Заблокирован</translation>
    </message>
    <message>
        <source>PUK: %1</source>
        <translation>PUK: %1</translation>
    </message>
    <message>
        <source>Change PIN1</source>
        <translation>Сменить PIN1</translation>
    </message>
    <message>
        <source>Change PIN2</source>
        <translation>Сменить PIN2</translation>
    </message>
    <message>
        <source>Unblock PIN1 with the PUK</source>
        <translation>Разблокировать PIN1 кодом PUK</translation>
    </message>
    <message>
        <source>Unblock PIN2 with the PUK</source>
        <translation>Разблокировать PIN2 кодом PUK</translation>
    </message>
    <message>
        <source>Current %1</source>
        <translation>Текущий %1</translation>
    </message>
    <message>
        <source>New %1</source>
        <translation>Новый %1</translation>
    </message>
    <message>
        <source>New %1 once more</source>
        <translation>Новый %1 ещё раз</translation>
    </message>
    <message>
        <source>%1: %2 to %3 digits. No birth date, no row of digits.</source>
        <translation>%1: от %2 до %3 цифр. Не дата рождения и не цифры подряд.</translation>
    </message>
    <message>
        <source>Ask the client to enter the codes with the reader&apos;s keys. The reader asks for the new one twice.</source>
        <translation>Попросите клиента ввести коды клавишами считывателя. Новый код считыватель спросит дважды.</translation>
    </message>
    <message>
        <source>Enter the codes with the reader&apos;s keys. It asks for the new one twice.</source>
        <translation>Введите коды клавишами считывателя. Новый код он спросит дважды.</translation>
    </message>
    <message>
        <source>Ask the client to enter the codes and do not look.</source>
        <translation>Попросите клиента ввести коды и не смотрите.</translation>
    </message>
    <message>
        <source>Enter the codes so that nobody sees them.</source>
        <translation>Введите коды так, чтобы их никто не видел.</translation>
    </message>
    <message>
        <source>PIN1 is changed.</source>
        <translation>PIN1 изменён.</translation>
    </message>
    <message>
        <source>PIN2 is changed.</source>
        <translation>PIN2 изменён.</translation>
    </message>
    <message>
        <source>PIN1 is unblocked.</source>
        <translation>PIN1 разблокирован.</translation>
    </message>
    <message>
        <source>PIN2 is unblocked.</source>
        <translation>PIN2 разблокирован.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ReadersViewModel</name>
    <message>
        <source>Your reader</source>
        <translation>Ваш считыватель</translation>
    </message>
    <message>
        <source>Client&apos;s reader</source>
        <translation>Считыватель клиента</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Не используется</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ReversalViewModel</name>
    <message>
        <source>The terminal is giving the money back. Follow what its screen asks of the client.</source>
        <translation>Терминал возвращает деньги. Следите, что его экран просит у клиента.</translation>
    </message>
    <message>
        <source>The terminal&apos;s answer was lost: perhaps the money was given back, perhaps not. Ask the terminal, or look at its receipt. Do not give it back again.</source>
        <translation>Ответ терминала потерян: возможно, деньги возвращены, возможно, нет. Спросите терминал или посмотрите чек. Не возвращайте ещё раз.</translation>
    </message>
    <message>
        <source>%1 were given back on the card. Give the client the receipt.</source>
        <translation>На карту возвращено %1. Отдайте клиенту квитанцию.</translation>
    </message>
    <message>
        <source>The wrong fee was chosen</source>
        <translation>Выбрана неверная плата</translation>
    </message>
    <message>
        <source>The client no longer wants the service</source>
        <translation>Клиент больше не хочет услугу</translation>
    </message>
    <message>
        <source>The fee was paid twice</source>
        <translation>Плата внесена дважды</translation>
    </message>
    <message>
        <source>The service cannot be given</source>
        <translation>Услугу нельзя оказать</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::SendingViewModel</name>
    <message>
        <source>Waiting to send</source>
        <translation>Ждёт отправки</translation>
    </message>
    <message>
        <source>Sent, not answered yet</source>
        <translation>Отправлено, ответа ещё нет</translation>
    </message>
    <message>
        <source>The server has it</source>
        <translation>Сервер получил</translation>
    </message>
    <message>
        <source>Refused by the server</source>
        <translation>Сервер отказал</translation>
    </message>
    <message>
        <source>Answered otherwise elsewhere</source>
        <translation>В другом месте ответили иначе</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>clerk, date</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::ServicesViewModel</name>
    <message>
        <source>The client must prove who they are more surely for this service.</source>
        <translation>Для этой услуги клиент должен подтвердить личность надёжнее.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::SignViewModel</name>
    <message>
        <source>The application is being made…</source>
        <translation>Готовится заявление…</translation>
    </message>
    <message>
        <source>The card is signing…</source>
        <translation>Карта подписывает…</translation>
    </message>
    <message>
        <source>The signed paper is being stored…</source>
        <translation>Подписанное сохраняется…</translation>
    </message>
    <message>
        <source>Printing…</source>
        <translation>Печатается…</translation>
    </message>
    <message>
        <source>Put the client&apos;s card into the client&apos;s reader.</source>
        <translation>Вставьте карту клиента в считыватель клиента.</translation>
    </message>
    <message>
        <source>The client enters PIN2 with the reader&apos;s keys now. Its cancel key stops it.</source>
        <translation>Теперь клиент вводит PIN2 клавишами считывателя. Отменить можно его клавишей отмены.</translation>
    </message>
    <message>
        <source>PIN2 of this card is blocked. The client can unblock it here with the PUK, or sign on paper.</source>
        <translation>PIN2 этой карты заблокирован. Клиент может разблокировать его здесь кодом PUK или подписать на бумаге.</translation>
    </message>
    <message>
        <source>The client enters PIN2 with the reader&apos;s keys. It signs the application with full legal force.</source>
        <translation>Клиент вводит PIN2 клавишами считывателя. Этим заявление подписывается с полной юридической силой.</translation>
    </message>
    <message>
        <source>Ask the client to enter PIN2 and do not look. It signs the application with full legal force.</source>
        <translation>Попросите клиента ввести PIN2 и не смотрите. Этим заявление подписывается с полной юридической силой.</translation>
    </message>
</context>
<context>
    <name>vienlogs::viewmodels::SyncViewModel</name>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n отказ</numerusform>
            <numerusform>%n отказа</numerusform>
            <numerusform>%n отказов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to send</source>
        <translation>
            <numerusform>%n ждёт отправки</numerusform>
            <numerusform>%n ждут отправки</numerusform>
            <numerusform>%n ждут отправки</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything is sent</source>
        <translation>Всё отправлено</translation>
    </message>
    <message>
        <source>last sync %1</source>
        <translation>последняя синхронизация %1</translation>
    </message>
    <message>
        <source>not yet synchronised</source>
        <translation>ещё не синхронизировано</translation>
    </message>
</context>
</TS>
