<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>vienlogs::windows::AccountBox</name>
    <message>
        <source>Log in with an &amp;institution&apos;s account</source>
        <translation>Во&amp;йти с учётной записью учреждения</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>&amp;Войти</translation>
    </message>
    <message>
        <source>&amp;Open the page again</source>
        <translation>&amp;Открыть страницу ещё раз</translation>
    </message>
    <message>
        <source>&amp;Cancel, log in with a card</source>
        <translation>О&amp;тмена, войти с картой</translation>
    </message>
    <message>
        <source>C&amp;ode, six digits</source>
        <translation>&amp;Код, шесть цифр</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Продолжить</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::CaseTable</name>
    <message>
        <source>Cases submitted here appear in this list with their state. There are none yet.</source>
        <translation>Здесь появятся дела, поданные в этом месте, и их состояние. Пока нет ни одного.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ClientBar</name>
    <message>
        <source>Contact %1</source>
        <translation>Приём %1</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>Клиент</translation>
    </message>
    <message>
        <source>&amp;Acting for:</source>
        <translation>&amp;Действует:</translation>
    </message>
    <message>
        <source>Confirm by &amp;PIN</source>
        <translation>Подтвердить &amp;PIN</translation>
    </message>
    <message>
        <source>&amp;End</source>
        <translation>&amp;Завершить</translation>
    </message>
    <message>
        <source>Ends the contact with this client. What was begun is kept.</source>
        <translation>Завершает приём этого клиента. Начатое сохраняется.</translation>
    </message>
    <message>
        <source>No client is identified</source>
        <translation>Клиент не идентифицирован</translation>
    </message>
    <message>
        <source>Photo compare&amp;d</source>
        <translation>&amp;Фото сверено</translation>
    </message>
    <message>
        <source>Press when you have compared the photo of the client&apos;s document with the person.</source>
        <translation>Нажмите, когда сверите фотографию в документе клиента с человеком.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::DayPage</name>
    <message>
        <source>Closing the day asks the card terminal for its totals and holds them against the payments that this desk wrote down. What the terminal still knows of unknown payments is asked first. Closed payments can no longer be reversed on the card. Every difference has a line with what to do; keep the printed page with the terminal&apos;s report.</source>
        <translation>При закрытии дня у терминала спрашивают итоги и сравнивают их с платежами, записанными этим столом. Сначала терминал спрашивают о неизвестных платежах. Закрытые платежи вернуть на карту больше нельзя. Для каждой разницы есть строка с тем, что делать; храните распечатку вместе с отчётом терминала.</translation>
    </message>
    <message>
        <source>End of the terminal&apos;s day</source>
        <translation>Закрытие дня терминала</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>&amp;Print</source>
        <translation>&amp;Печать</translation>
    </message>
    <message>
        <source>Earlier days</source>
        <translation>Предыдущие дни</translation>
    </message>
    <message>
        <source>&amp;Close the day</source>
        <translation>&amp;Закрыть день</translation>
    </message>
    <message>
        <source>Last closed</source>
        <translation>Последнее закрытие</translation>
    </message>
    <message>
        <source>Terminal</source>
        <translation>Терминал</translation>
    </message>
    <message>
        <source>The terminal says</source>
        <translation>Терминал сообщает</translation>
    </message>
    <message>
        <source>The desk wrote down</source>
        <translation>Стол записал</translation>
    </message>
    <message>
        <source>It was not given back</source>
        <translation>Не возвращено</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>It was given back</source>
        <translation>Возвращено</translation>
    </message>
    <message>
        <source>It was not paid</source>
        <translation>Не оплачено</translation>
    </message>
    <message>
        <source>Close the terminal&apos;s day now?</source>
        <translation>Закрыть день терминала сейчас?</translation>
    </message>
    <message>
        <source>Today&apos;s payments can then no longer be reversed on the card.</source>
        <translation>После этого сегодняшние платежи вернуть на карту будет нельзя.</translation>
    </message>
    <message>
        <source>&amp;Yes, close the day</source>
        <translation>&amp;Да, закрыть день</translation>
    </message>
    <message>
        <source>This is written into the case under your name and cannot be undone.</source>
        <translation>Это записывается в дело от вашего имени, отменить нельзя.</translation>
    </message>
    <message>
        <source>&amp;Yes, the institution has the money</source>
        <translation>&amp;Да, деньги у учреждения</translation>
    </message>
    <message>
        <source>&amp;Yes, the client has the money</source>
        <translation>&amp;Да, деньги у клиента</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::DonePage</name>
    <message>
        <source>Give the client the number. The client&apos;s account shows every application and everyone who looked at the client&apos;s data. You can go on with another service for the same client, or end the contact.</source>
        <translation>Сообщите клиенту номер дела. В э-кабинете клиент видит все свои заявления и всех, кто смотрел его данные. Можно продолжить с другой услугой для этого же клиента или завершить приём.</translation>
    </message>
    <message>
        <source>Check with the client what will be submitted and how the result is to reach them. After submitting, the application belongs to the institution.</source>
        <translation>Проверьте вместе с клиентом, что будет подано и как клиент получит результат. После подачи за заявление отвечает учреждение.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Another service for this client</source>
        <translation>&amp;Другая услуга этому клиенту</translation>
    </message>
    <message>
        <source>How will the client get the result?</source>
        <translation>Как клиент получит результат?</translation>
    </message>
    <message>
        <source>Check before submitting</source>
        <translation>Проверьте перед подачей</translation>
    </message>
    <message>
        <source>In the client&apos;s e-account</source>
        <translation>В э-кабинете клиента</translation>
    </message>
    <message>
        <source>Who looked at the client&apos;s data</source>
        <translation>Кто смотрел данные клиента</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>Подано</translation>
    </message>
    <message>
        <source>Check and submit</source>
        <translation>Проверка и подача</translation>
    </message>
    <message>
        <source>&amp;End the contact</source>
        <translation>&amp;Завершить приём</translation>
    </message>
    <message>
        <source>Submitting…</source>
        <translation>Подаётся…</translation>
    </message>
    <message>
        <source>&amp;Submit</source>
        <translation>&amp;Подать</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FeeBox</name>
    <message>
        <source>What proves it?</source>
        <translation>Чем это подтверждается?</translation>
    </message>
    <message>
        <source>Is it urgent, or has the client the right to a relief?</source>
        <translation>Это срочно? Есть ли у клиента право на льготу?</translation>
    </message>
    <message>
        <source>Keep this &amp;fee</source>
        <translation>Оставить эту п&amp;лату</translation>
    </message>
    <message>
        <source>Another &amp;fee…</source>
        <translation>Другая п&amp;лата…</translation>
    </message>
    <message>
        <source>urgent</source>
        <translation>срочно</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FieldRow</name>
    <message>
        <source>%1 (may be left empty)</source>
        <comment>label of a field</comment>
        <translation>%1 (необязательно)</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Например: %1</translation>
    </message>
    <message>
        <source>Was filled from: %1. Changed here.</source>
        <translation>Было заполнено из: %1. Изменено здесь.</translation>
    </message>
    <message>
        <source>Filled from: %1</source>
        <translation>Заполнено из: %1</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Приложить файл</translation>
    </message>
    <message>
        <source>Documents and pictures</source>
        <translation>Документы и изображения</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Все файлы</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FileRow</name>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <comment>an attached paper</comment>
        <translation>Убрать %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FilesEditor</name>
    <message>
        <source>The paper is being stored…</source>
        <translation>Документ сохраняется…</translation>
    </message>
    <message>
        <source>&amp;Scan pages…</source>
        <translation>&amp;Сканировать страницы…</translation>
    </message>
    <message>
        <source>Choose a &amp;file…</source>
        <translation>Выбрать &amp;файл…</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::FormPage</name>
    <message>
        <source>What the state already knows is filled in; beside it stands which register said so and when. Read it to the client and correct what is not right. What is not needed may be left empty. Everything is kept as you type.</source>
        <translation>Известное государству уже заполнено; рядом видно, какой реестр и когда это сообщил. Прочитайте клиенту и исправьте неверное. Необязательные поля можно оставить пустыми. Всё сохраняется по мере ввода.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>Part %1 of %2: %3</source>
        <comment>page of a form, pages, its title</comment>
        <translation>Часть %1 из %2: %3</translation>
    </message>
    <message>
        <source>Asking the registers. You can begin meanwhile.</source>
        <translation>Запрашиваются реестры. Можно уже начинать.</translation>
    </message>
    <message>
        <source>&amp;To signing</source>
        <translation>К &amp;подписанию</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Продолжить</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>Помощь</translation>
    </message>
    <message>
        <source>What to do here</source>
        <translation>Что здесь делать</translation>
    </message>
    <message>
        <source>Enter goes on, Esc goes back. F1 shows or hides this help. Ctrl+K finds anything. Ctrl+Plus and Ctrl+Minus change the size of text.</source>
        <translation>Enter – дальше, Esc – назад. F1 показывает или скрывает эту помощь. Ctrl+K находит всё. Ctrl+Плюс и Ctrl+Минус меняют размер текста.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>source, time of the answer</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>Запросить снова</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::IdentityStrip</name>
    <message>
        <source>The client&apos;s PIN1</source>
        <translation>PIN1 клиента</translation>
    </message>
    <message>
        <source>C&amp;onfirm</source>
        <translation>По&amp;дтвердить</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Another person&apos;s card is in the client&apos;s reader.</source>
        <translation>В считывателе клиента карта другого человека.</translation>
    </message>
    <message>
        <source>Take the card out to go on with this client, or end this contact to serve that person.</source>
        <translation>Чтобы продолжить с этим клиентом, выньте карту. Чтобы обслужить другого человека, завершите этот приём.</translation>
    </message>
    <message>
        <source>End this contact</source>
        <translation>Завершить этот приём</translation>
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
        <source>The client enters PIN1 with the reader&apos;s keys now. Its cancel key stops it.</source>
        <translation>Теперь клиент вводит PIN1 клавишами считывателя. Отменить можно его клавишей отмены.</translation>
    </message>
    <message>
        <source>The client enters PIN1 with the reader&apos;s keys.</source>
        <translation>Клиент вводит PIN1 клавишами считывателя.</translation>
    </message>
    <message>
        <source>Ask the client to enter PIN&amp;1:</source>
        <translation>Попросите клиента ввести PIN&amp;1:</translation>
    </message>
    <message>
        <source>&amp;Begin at the reader</source>
        <translation>Начать на счи&amp;тывателе</translation>
    </message>
    <message>
        <source>With the reader&apos;s keys</source>
        <translation>Клавишами считывателя</translation>
    </message>
    <message>
        <source>Here on the computer</source>
        <translation>Здесь, на компьютере</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::LineEditor</name>
    <message>
        <source>dd.mm.yyyy.</source>
        <translation>дд.мм.гггг.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ListEditor</name>
    <message>
        <source>Choose…</source>
        <translation>Выберите…</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::LoginPage</name>
    <message>
        <source>Log in</source>
        <translation>Вход</translation>
    </message>
    <message>
        <source>PI&amp;N1</source>
        <translation>PI&amp;N1</translation>
    </message>
    <message>
        <source>PIN1 of your card</source>
        <translation>PIN1 вашей карты</translation>
    </message>
    <message>
        <source>&amp;Log in</source>
        <translation>&amp;Войти</translation>
    </message>
    <message>
        <source>&amp;Work without connection</source>
        <translation>&amp;Работать без связи</translation>
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
        <source>Put your card into your own reader, the one on your side of the desk, and enter PIN1. Nobody else can see the PIN. Take the card with you when you leave. If your institution has given you an account, you can log in with it instead of the card; that needs a connection and the code of your second factor.</source>
        <translation>Вставьте свою карту в свой считыватель, тот, что на вашей стороне стола, и введите PIN1. Никто другой PIN не видит. Уходя, возьмите карту с собой. Если учреждение дало вам учётную запись, можно войти с ней вместо карты; для этого нужны соединение и код второго фактора.</translation>
    </message>
    <message>
        <source>&amp;Log in with the reader&apos;s keys</source>
        <translation>&amp;Войти клавишами считывателя</translation>
    </message>
    <message>
        <source>Unblock with the PUK</source>
        <translation>Разблокировать кодом PUK</translation>
    </message>
    <message>
        <source>Enter with the reader&apos;s &amp;keys</source>
        <translation>Ввести клав&amp;ишами считывателя</translation>
    </message>
    <message>
        <source>Enter here on the &amp;computer</source>
        <translation>Ввести зд&amp;есь, на компьютере</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::MainWindow</name>
    <message>
        <source>Light colours</source>
        <translation>Светлые цвета</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Тёмные цвета</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокая контрастность</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупнее текст</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Мельче текст</translation>
    </message>
    <message>
        <source>Show or hide help</source>
        <translation>Показать или скрыть помощь</translation>
    </message>
    <message>
        <source>Vienlogs</source>
        <translation>Vienlogs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::NeedPage</name>
    <message>
        <source>Ask what has happened or what the client wants to do, and type a word of it as they say it: “moving”, “child”, “passport”. Choose the life situation; its questions lead to the exact list of services. If the client knows the service, choose it directly.</source>
        <translation>Спросите, что случилось или чего хочет клиент, и введите слово, как он его говорит: «переезжаю», «ребёнок», «паспорт». Выберите жизненную ситуацию – её вопросы ведут к точному списку услуг. Если клиент знает услугу, выберите её сразу.</translation>
    </message>
    <message>
        <source>What does the client need?</source>
        <translation>Что нужно клиенту?</translation>
    </message>
    <message>
        <source>Type an ordinary word.</source>
        <translation>Введите обычное слово.</translation>
    </message>
    <message>
        <source>For example: moving, child, passport, work</source>
        <translation>Например: переезд, ребёнок, паспорт, работа</translation>
    </message>
    <message>
        <source>What the client needs</source>
        <translation>Что нужно клиенту</translation>
    </message>
    <message>
        <source>Something &amp;else</source>
        <translation>Что-то &amp;другое</translation>
    </message>
    <message>
        <source>The list of services has not been received yet.</source>
        <translation>Список услуг ещё не получен.</translation>
    </message>
    <message>
        <source>It comes by itself as soon as there is a connection to the server.</source>
        <translation>Он придёт сам, как только появится связь с сервером.</translation>
    </message>
    <message>
        <source>Nothing was found for this word.</source>
        <translation>По этому слову ничего не найдено.</translation>
    </message>
    <message>
        <source>Try another word, or clear the line to see all life situations.</source>
        <translation>Попробуйте другое слово или очистите строку, чтобы увидеть все жизненные ситуации.</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Продолжить</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::OptionsEditor</name>
    <message>
        <source>The registers have nothing to choose from here.</source>
        <translation>В реестрах здесь не из чего выбирать.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PageView</name>
    <message>
        <source>Page %1</source>
        <translation>Страница %1</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PaletteBox</name>
    <message>
        <source>Service, life situation, case or command</source>
        <translation>Услуга, жизненная ситуация, дело или команда</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Найти всё</translation>
    </message>
    <message>
        <source>Nothing found. Try another word: “moving”, “passport”, a case number.</source>
        <translation>Ничего не найдено. Попробуйте другое слово: «переезд», «паспорт», номер дела.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PayPage</name>
    <message>
        <source>Payment</source>
        <translation>Оплата</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>&amp;Abort</source>
        <translation>&amp;Прервать</translation>
    </message>
    <message>
        <source>Pay &amp;later</source>
        <translation>Оплатить по&amp;зже</translation>
    </message>
    <message>
        <source>Print the &amp;invoice</source>
        <translation>Печатать &amp;счёт</translation>
    </message>
    <message>
        <source>Print the &amp;receipt</source>
        <translation>Печатать &amp;чек</translation>
    </message>
    <message>
        <source>Do not take the payment again. First ask the terminal what happened. If it cannot tell, look at the receipt it printed and decide.</source>
        <translation>Не берите оплату второй раз. Сначала запросите терминал. Если он не может ответить, посмотрите напечатанный чек и решите.</translation>
    </message>
    <message>
        <source>Ask the &amp;terminal</source>
        <translation>Запросить &amp;терминал</translation>
    </message>
    <message>
        <source>The receipt says: &amp;paid</source>
        <translation>В чеке: &amp;оплачено</translation>
    </message>
    <message>
        <source>The receipt says: &amp;not paid</source>
        <translation>В чеке: &amp;не оплачено</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>The receipt shows that the money was taken?</source>
        <translation>Чек показывает, что деньги списаны?</translation>
    </message>
    <message>
        <source>The receipt shows that nothing was taken?</source>
        <translation>Чек показывает, что деньги не списаны?</translation>
    </message>
    <message>
        <source>This is written into the case under your name and cannot be undone.</source>
        <translation>Это записывается в дело от вашего имени, отменить нельзя.</translation>
    </message>
    <message>
        <source>Yes, it was paid</source>
        <translation>Да, оплачено</translation>
    </message>
    <message>
        <source>Yes, it was not paid</source>
        <translation>Да, не оплачено</translation>
    </message>
    <message>
        <source>Invoice %1</source>
        <translation>Счёт %1</translation>
    </message>
    <message>
        <source>Try the &amp;card again</source>
        <translation>Ещё раз &amp;картой</translation>
    </message>
    <message>
        <source>Pay by &amp;card</source>
        <translation>Оплатить &amp;картой</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>&amp;Продолжить</translation>
    </message>
    <message>
        <source>The client pays by card at the terminal or later by invoice; an invoice is issued for a free service too. Ask whether it is urgent or a relief holds, and choose that fee by its number before it is paid. A fee that was paid can be given back on the card until the terminal&apos;s day is closed. If the answer of the terminal is lost, the payment is shown as unknown: do not take the money again, ask the terminal first.</source>
        <translation>Клиент платит картой на терминале или позже по счёту; счёт выписывается и за бесплатную услугу. Спросите, срочно ли это и положена ли льгота, и до оплаты выберите эту плату по её номеру. Уплаченное можно вернуть на карту, пока не закрыт день терминала. Если ответ терминала потерян, платёж показан как неизвестный: не берите деньги ещё раз, сначала спросите терминал.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::PinsPage</name>
    <message>
        <source>A PIN is changed with the current one. A blocked or forgotten PIN is opened with the PUK, which came with the card. Whoever the card belongs to enters the codes; the clerk does not see them. After three wrong PUKs nothing opens the card any more: PMLP issues a new one.</source>
        <translation>PIN меняют с помощью текущего кода. Заблокированный или забытый PIN разблокируют кодом PUK, который выдан вместе с картой. Коды вводит владелец карты; сотрудник их не видит. После трёх неверных PUK карту уже не разблокировать: новую выдаёт PMLP.</translation>
    </message>
    <message>
        <source>PIN codes of a card</source>
        <translation>PIN-коды карты</translation>
    </message>
    <message>
        <source>Change a PIN, or open a blocked one with the PUK.</source>
        <translation>Смените PIN или разблокируйте его кодом PUK.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>It can be used at once.</source>
        <translation>Им можно пользоваться сразу.</translation>
    </message>
    <message>
        <source>My card</source>
        <translation>Моя карта</translation>
    </message>
    <message>
        <source>In my reader</source>
        <translation>В моём считывателе</translation>
    </message>
    <message>
        <source>The client&apos;s card</source>
        <translation>Карта клиента</translation>
    </message>
    <message>
        <source>In the client&apos;s reader</source>
        <translation>В считывателе клиента</translation>
    </message>
    <message>
        <source>The new PIN is not the same both times.</source>
        <translation>Новый PIN введён по-разному.</translation>
    </message>
    <message>
        <source>&amp;Return</source>
        <translation>Верн&amp;уться</translation>
    </message>
    <message>
        <source>Choose what to do</source>
        <translation>Выберите действие</translation>
    </message>
    <message>
        <source>Enter with the reader&apos;s &amp;keys</source>
        <translation>Ввести клав&amp;ишами считывателя</translation>
    </message>
    <message>
        <source>Enter here on the &amp;computer</source>
        <translation>Ввести зд&amp;есь, на компьютере</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ProblemSummary</name>
    <message numerus="yes">
        <source>%n fields need attention</source>
        <translation>
            <numerusform>Проверьте %n поле</numerusform>
            <numerusform>Проверьте %n поля</numerusform>
            <numerusform>Проверьте %n полей</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::QuestionList</name>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReaderRow</name>
    <message>
        <source>A card is in it</source>
        <translation>В нём карта</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Пусто</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Мой</translation>
    </message>
    <message>
        <source>The client&apos;s</source>
        <translation>Клиента</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReadersPage</name>
    <message>
        <source>Two readers stand on the desk: one on your side for your card, one on the client&apos;s side. Put a card into one of them to see which it is. The choice is kept; change it any time in the menu at your name.</source>
        <translation>На столе два считывателя: один с вашей стороны для вашей карты, другой со стороны клиента. Вставьте карту в один из них, чтобы увидеть, какой это. Выбор сохраняется; изменить его можно в меню у вашего имени.</translation>
    </message>
    <message>
        <source>Which reader is whose?</source>
        <translation>Какой считыватель чей?</translation>
    </message>
    <message>
        <source>Your card is read only in your reader, the client&apos;s only in the client&apos;s. Put a card into a reader to see which one it is.</source>
        <translation>Ваша карта читается только в вашем считывателе, карта клиента – только в считывателе клиента. Вставьте карту, чтобы увидеть, какой это.</translation>
    </message>
    <message>
        <source>No card reader is connected.</source>
        <translation>Не подключён ни один считыватель карт.</translation>
    </message>
    <message>
        <source>Plug in two readers; they appear here by themselves. With one reader you can log in, and clients are identified by document.</source>
        <translation>Подключите два считывателя; они появятся здесь сами. С одним можно войти, а клиентов идентифицировать по документу.</translation>
    </message>
    <message>
        <source>Exchange &amp;the two</source>
        <translation>Поменять &amp;местами</translation>
    </message>
    <message>
        <source>&amp;This is right</source>
        <translation>&amp;Всё верно</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReadyPage</name>
    <message>
        <source>A contact begins when the client puts a card into the client&apos;s reader. Without a card, compare the client&apos;s identity document with the person and enter the names as they stand in it; the level of identification then stays “document seen”.</source>
        <translation>Приём начинается, когда клиент вставляет карту в считыватель клиента. Если карты нет, сверьте документ с человеком и введите имена так, как они в нём записаны; уровень идентификации останется «документ просмотрен».</translation>
    </message>
    <message>
        <source>Ready for the next client</source>
        <translation>Готово к следующему клиенту</translation>
    </message>
    <message>
        <source>The client has no card: identify by &amp;document</source>
        <translation>У клиента нет карты: по &amp;документу</translation>
    </message>
    <message>
        <source>&amp;Personal code</source>
        <translation>&amp;Персональный код</translation>
    </message>
    <message>
        <source>&amp;Given name</source>
        <translation>&amp;Имя</translation>
    </message>
    <message>
        <source>&amp;Family name</source>
        <translation>&amp;Фамилия</translation>
    </message>
    <message>
        <source>I compared the document – &amp;begin</source>
        <translation>Документ сверен – &amp;начать</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Recent cases of this place</source>
        <translation>Последние дела этого места</translation>
    </message>
    <message>
        <source>Reading the client&apos;s card…</source>
        <translation>Читается карта клиента…</translation>
    </message>
    <message>
        <source>Ask the client to put their card into the client&apos;s reader</source>
        <translation>Попросите клиента вставить карту в считыватель клиента</translation>
    </message>
    <message>
        <source>The contact begins by itself.</source>
        <translation>Приём начнётся сам.</translation>
    </message>
    <message>
        <source>&amp;Serve the same client again</source>
        <translation>&amp;Обслужить того же клиента снова</translation>
    </message>
    <message>
        <source>The last client&apos;s card is still in the client&apos;s reader</source>
        <translation>В считывателе клиента осталась карта предыдущего клиента</translation>
    </message>
    <message>
        <source>Give it back before the next client comes.</source>
        <translation>Верните её, прежде чем подойдёт следующий клиент.</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ReversalBox</name>
    <message>
        <source>&amp;Give the money back…</source>
        <translation>&amp;Вернуть деньги…</translation>
    </message>
    <message>
        <source>Why is the fee given back?</source>
        <translation>Почему плата возвращается?</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Ask the &amp;terminal</source>
        <translation>Запросить &amp;терминал</translation>
    </message>
    <message>
        <source>The receipt says: &amp;given back</source>
        <translation>В чеке: &amp;возвращено</translation>
    </message>
    <message>
        <source>The receipt says: &amp;not given back</source>
        <translation>В чеке: &amp;не возвращено</translation>
    </message>
    <message>
        <source>Print the receipt of the &amp;reversal</source>
        <translation>Печать квитанции во&amp;зврата</translation>
    </message>
    <message>
        <source>Is the client here, with the card that paid?</source>
        <translation>Клиент здесь, с картой, которой платил?</translation>
    </message>
    <message>
        <source>%1 go back on that card: %2. This is written into the case under your name.</source>
        <translation>На эту карту вернётся %1: %2. Это записывается в дело под вашим именем.</translation>
    </message>
    <message>
        <source>&amp;Yes, give the money back</source>
        <translation>&amp;Да, вернуть деньги</translation>
    </message>
    <message>
        <source>The receipt shows that the money was given back?</source>
        <translation>В чеке видно, что деньги возвращены?</translation>
    </message>
    <message>
        <source>The receipt shows that nothing was given back?</source>
        <translation>В чеке видно, что ничего не возвращено?</translation>
    </message>
    <message>
        <source>This is written into the case under your name and cannot be undone.</source>
        <translation>Это записывается в дело от вашего имени, отменить нельзя.</translation>
    </message>
    <message>
        <source>&amp;Yes, it was given back</source>
        <translation>&amp;Да, возвращено</translation>
    </message>
    <message>
        <source>&amp;Yes, it was not given back</source>
        <translation>&amp;Да, не возвращено</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ScanBox</name>
    <message>
        <source>S&amp;canner:</source>
        <translation>С&amp;канер:</translation>
    </message>
    <message>
        <source>In colour</source>
        <translation>В цвете</translation>
    </message>
    <message>
        <source>Scan the &amp;stack</source>
        <translation>Сканировать &amp;стопку</translation>
    </message>
    <message>
        <source>Scan &amp;one page</source>
        <translation>Сканировать &amp;одну</translation>
    </message>
    <message>
        <source>Stop scanning</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Progress of the page being scanned</source>
        <translation>Ход сканирования страницы</translation>
    </message>
    <message>
        <source>&amp;Look for scanners again</source>
        <translation>Искать сканеры с&amp;нова</translation>
    </message>
    <message>
        <source>No scanner was found. Switch it on and look again, or have it signed with the client&apos;s card.</source>
        <translation>Сканер не найден. Включите его и поищите снова или подпишите картой клиента.</translation>
    </message>
    <message>
        <source>The scanned pages appear here. Put the signed paper into the scanner.</source>
        <translation>Здесь появятся отсканированные страницы. Положите подписанное заявление в сканер.</translation>
    </message>
    <message>
        <source>Scanned pages</source>
        <translation>Отсканированные страницы</translation>
    </message>
    <message>
        <source>Turn left</source>
        <translation>Влево</translation>
    </message>
    <message>
        <source>Turn right</source>
        <translation>Вправо</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Вернуть</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ScanPanel</name>
    <message>
        <source>&amp;Attach these pages</source>
        <translation>&amp;Приложить эти страницы</translation>
    </message>
    <message>
        <source>Do not scan</source>
        <translation>Не сканировать</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::SendingPage</name>
    <message>
        <source>Everything done at this desk is kept here first and then sent to the server. What waits goes by itself. What was refused, or answered otherwise elsewhere, needs you: nothing of it is lost, and nothing is replaced until you decide.</source>
        <translation>Всё сделанное на этом рабочем месте сначала сохраняется здесь, а затем отправляется на сервер. Ожидающее уходит само. Отклонённому и тому, на что в другом месте ответили иначе, нужны вы: ничего не потеряно и ничего не заменяется, пока вы не решите.</translation>
    </message>
    <message>
        <source>Sending</source>
        <translation>Отправка</translation>
    </message>
    <message>
        <source>What was done at this desk and how far it is on its way to the server.</source>
        <translation>Что сделано на этом рабочем месте и как далеко оно на пути к серверу.</translation>
    </message>
    <message>
        <source>Nothing was done at this desk yet. Every act will be listed here with its state.</source>
        <translation>На этом рабочем месте ещё ничего не сделано. Здесь будет видно каждое действие и его состояние.</translation>
    </message>
    <message>
        <source>&amp;Return to work</source>
        <translation>&amp;Вернуться к работе</translation>
    </message>
    <message>
        <source>On the server</source>
        <translation>На сервере</translation>
    </message>
    <message>
        <source>On the server: %1</source>
        <translation>На сервере: %1</translation>
    </message>
    <message>
        <source>Here: %1</source>
        <translation>Здесь: %1</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>нет ответа</translation>
    </message>
    <message>
        <source>Use what was entered here</source>
        <translation>Использовать введённое здесь</translation>
    </message>
    <message>
        <source>Keep what the server has</source>
        <translation>Оставить то, что на сервере</translation>
    </message>
    <message>
        <source>Dealt with, put aside</source>
        <translation>Улажено, отложить</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::ServicesPage</name>
    <message>
        <source>These services follow from the answers. Tell the client the fee and how long it takes, then choose the one to apply for now; the others can follow in the same contact. A service marked as changed works differently from when you last used it: read its description.</source>
        <translation>Эти услуги следуют из ответов. Назовите клиенту плату и срок, затем выберите ту, которую подаёте сейчас; остальные можно подать за тот же приём. Услуга с пометкой об изменении работает иначе, чем в прошлый раз: прочитайте описание.</translation>
    </message>
    <message>
        <source>Services for this situation</source>
        <translation>Услуги для этой ситуации</translation>
    </message>
    <message>
        <source>Choose the one to apply for now.</source>
        <translation>Выберите ту, которую подаёте сейчас.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>What the client needs for it</source>
        <translation>Что для неё нужно клиенту</translation>
    </message>
    <message>
        <source>No service follows from these answers.</source>
        <translation>Из этих ответов не следует ни одна услуга.</translation>
    </message>
    <message>
        <source>Go back and check the answers.</source>
        <translation>Вернитесь и проверьте ответы.</translation>
    </message>
    <message>
        <source>Changed since you last used it</source>
        <translation>Изменено с прошлого раза</translation>
    </message>
    <message>
        <source>Cannot be applied for at the desk</source>
        <translation>Подать на месте нельзя</translation>
    </message>
    <message>
        <source>Opening the case…</source>
        <translation>Открывается дело…</translation>
    </message>
    <message>
        <source>&amp;Fill in the application</source>
        <translation>&amp;Заполнить заявление</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::SignPage</name>
    <message>
        <source>Let the client read the application. On paper: print it, the client signs, scan all pages and check that they can be read. With the card: the client&apos;s card stays in the client&apos;s reader and the client types PIN2; this signature has the force of one by hand.</source>
        <translation>Дайте клиенту прочитать заявление. На бумаге: напечатайте, клиент подписывает, отсканируйте все страницы и проверьте, что их можно прочитать. Картой: карта остаётся в считывателе клиента, клиент вводит PIN2; такая подпись равна собственноручной.</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>The client reads the application and signs it.</source>
        <translation>Клиент читает заявление и подписывает его.</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>&amp;Назад</translation>
    </message>
    <message>
        <source>The application is signed.</source>
        <translation>Заявление подписано.</translation>
    </message>
    <message>
        <source>Go on to payment.</source>
        <translation>Переходите к оплате.</translation>
    </message>
    <message>
        <source>1. Print and have it signed</source>
        <translation>1. Напечатайте и дайте подписать</translation>
    </message>
    <message>
        <source>&amp;Print the application</source>
        <translation>&amp;Печатать заявление</translation>
    </message>
    <message>
        <source>2. Scan the signed paper</source>
        <translation>2. Отсканируйте подписанное</translation>
    </message>
    <message>
        <source>&amp;Attach these pages</source>
        <translation>Прило&amp;жить эти страницы</translation>
    </message>
    <message>
        <source>The client&apos;s PIN&amp;2</source>
        <translation>PIN&amp;2 клиента</translation>
    </message>
    <message>
        <source>The client&apos;s PIN2</source>
        <translation>PIN2 клиента</translation>
    </message>
    <message>
        <source>Si&amp;gn</source>
        <translation>Подпи&amp;сать</translation>
    </message>
    <message>
        <source>On paper</source>
        <translation>На бумаге</translation>
    </message>
    <message>
        <source>Print, sign by hand, scan</source>
        <translation>Напечатать, подписать рукой, отсканировать</translation>
    </message>
    <message>
        <source>With the client&apos;s card</source>
        <translation>Картой клиента</translation>
    </message>
    <message>
        <source>Secure electronic signature, PIN2</source>
        <translation>Надёжная электронная подпись, PIN2</translation>
    </message>
    <message>
        <source>Sent to the printer</source>
        <translation>Отправлено на принтер</translation>
    </message>
    <message>
        <source>&amp;To payment</source>
        <translation>К &amp;оплате</translation>
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
        <source>Scanned page %1</source>
        <translation>Отсканированная страница %1</translation>
    </message>
    <message>
        <source>The application</source>
        <translation>Заявление</translation>
    </message>
    <message>
        <source>&amp;Unblock with the PUK</source>
        <translation>Раз&amp;блокировать кодом PUK</translation>
    </message>
    <message>
        <source>Si&amp;gn with the reader&apos;s keys</source>
        <translation>Подпи&amp;сать клавишами считывателя</translation>
    </message>
    <message>
        <source>Enter with the reader&apos;s &amp;keys</source>
        <translation>Ввести клав&amp;ишами считывателя</translation>
    </message>
    <message>
        <source>Enter here on the &amp;computer</source>
        <translation>Ввести зд&amp;есь, на компьютере</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::StateLine</name>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Size of text, light or dark</source>
        <translation>Размер текста, светлый или тёмный вид</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупнее текст</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Мельче текст</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлый</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмный</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокая контрастность</translation>
    </message>
    <message>
        <source>Card readers…</source>
        <translation>Считыватели карт…</translation>
    </message>
    <message>
        <source>Log out</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>device: its state</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Connected to the server</source>
        <translation>Есть связь с сервером</translation>
    </message>
    <message>
        <source>No connection to the server</source>
        <translation>Нет связи с сервером</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>clerk, place</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>End the terminal&apos;s day…</source>
        <translation>Закрыть день терминала…</translation>
    </message>
    <message>
        <source>Wrong clock</source>
        <translation>Неверные часы</translation>
    </message>
    <message>
        <source>Sendin&amp;g</source>
        <translation>&amp;Отправка</translation>
    </message>
    <message>
        <source>What waits, what was refused and what to do</source>
        <translation>Что ждёт, что отклонено и что делать</translation>
    </message>
    <message>
        <source>PIN codes of a card…</source>
        <translation>PIN-коды карты…</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::StepList</name>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>number and title of a step</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>done</source>
        <translation>выполнено</translation>
    </message>
    <message>
        <source>now</source>
        <translation>сейчас</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>ещё нет</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>step, its state</comment>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>vienlogs::windows::YesNoEditor</name>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
</context>
</TS>
