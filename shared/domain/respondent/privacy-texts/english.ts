import type { PrivacyTexts } from './wording.ts';

export const english: PrivacyTexts = {
  title: 'Privacy: what happens to your answers',
  languages: 'Language of this page',
  sections: {
    short: {
      title: 'In short',
      paragraphs: [],
      points: [
        'Answering is voluntary. It changes nothing in your service, whether you answer or not.',
        'You answer without your name. Nobody can tell from what we store who gave which answer.',
        'We ask seldom. You can pause or stop the surveys at any time.',
        'There are things that we cannot promise. They are on this page too.',
      ],
    },
    asked: {
      title: 'What we ask, and why',
      paragraphs: [
        'We ask whether you were listened to, and whether the service has been of use. Some forms also ask how you are, or whether you would recommend the service, and some have room for a comment. You can skip any question.',
        'We use the answers to make services better. They are not used for any decision about you.',
        'We ask when something has happened in your service: a meeting was held, say, or a service has ended. The client information system of the service tells us about it, and gives us your e-mail address, language, age group and role, such as parent.',
        'A computer program picks, by rules that people have set, who is asked and when. It decides nothing else.',
      ],
      points: [],
    },
    person: {
      title: 'What we store about you',
      paragraphs: [
        'We do not store your name, your IP address or what device you use. Our pages set no cookies.',
      ],
      points: [
        [
          'Your e-mail address:',
          'until the survey has left. Then we erase it. If a fault holds the survey up, the address may stay about a month longer.',
        ],
        [
          'What happened and when, and why you were asked or not:',
          '13 to 14 months. In the place of your name stands a code that is made with a secret key.',
        ],
        [
          'What you have chosen:',
          'that you have stopped the surveys, until you change it yourself; other choices 13 to 14 months.',
        ],
        [
          'An address that does not work, or from which our message was reported as junk:',
          'we do not write there again. We remember it as a code; the mail service remembers the address itself.',
        ],
      ],
    },
    answers: {
      title: 'What we store of your answers',
      paragraphs: [],
      points: [
        [
          'Your answers',
          'are sealed like a letter, and nobody can open them before the quarter of the year has ended. Only the month is kept with them, not the day or the time.',
        ],
        [
          'When the quarter has ended,',
          'a program opens all the answers at once, counts them, and destroys the key. If there are fewer than ten, they wait: for a year at most, and are then erased uncounted.',
        ],
        [
          'The counts',
          'tell how many people chose each answer, in groups of at least five answers. They are kept for many years.',
        ],
        [
          'Comments',
          'are kept apart from all other answers, as long as the counts. A person checks them before anyone else sees them.',
        ],
        [
          'A mark',
          'tells that a link has been used. There is no name in it. It goes 1 to 3 months after the link has stopped working.',
        ],
      ],
    },
    device: {
      title: 'What stays on your device',
      paragraphs: [
        'We store nothing on your device. Your browser may still remember what you have chosen on the form, until you send it.',
      ],
      points: [
        [
          'The history of your browser',
          'keeps the address that you opened, and your link with it. Somebody may open it there and answer in your place, if you have not answered yourself. It does not show your answers.',
        ],
        ['Our message', 'stays in your mail until you delete it.'],
        [
          '“Leave quickly”',
          'takes you to another page at once, and empties the form. It does not delete the history or the message: do that yourself if others use your device. Without JavaScript it does not empty the form, and there is a way back to it.',
        ],
      ],
    },
    seen: {
      title: 'Who can see what',
      paragraphs: ['Nobody but these gets your data:'],
      points: [
        ['The people who work with you', 'see only figures about many people together.'],
        ['Those who make services better', 'see the same figures, and comments that have been checked.'],
        [
          'Those who look after the surveys',
          'see who was asked and who was not, and why. They do not see who answered, or what.',
        ],
        [
          'Those who look after the computers',
          'can get at everything that is stored. It does not tell who gave which answer.',
        ],
        [
          'Amazon Web Services',
          'runs the computers for us and sends our mail. Everything is stored inside the European Union.',
        ],
      ],
    },
    promised: {
      title: 'What we promise',
      paragraphs: [
        'Nobody can tell from what is stored who gave an answer. Not even somebody who has a copy of every table, log and backup, and knows who was asked. This is how:',
      ],
      points: [
        'When you press Send, your browser first shows your link and gets a stamp for a secret number that we do not see. Then it sends your answers with the number, without the link. So we know that somebody who was asked has answered, but not who.',
        'Your browser seals your answers before they leave it.',
        'Nothing that is stored with the answers tells the day, the time or the order.',
        'One link gives one answer, so nobody can answer many times for a group.',
        'The program is open to all: anyone may read it, and try to break it.',
      ],
    },
    notPromised: {
      title: 'What we cannot promise',
      paragraphs: [],
      points: [
        'Somebody who is allowed to change our program or its locks, or who listens in from within while you answer, could get around all this.',
        'Somebody may have tampered with your phone, computer or browser, may look over your shoulder, or may put pressure on you. You never have to answer.',
        'Somebody who reads your mail can use your link. With our list of used links as well, they can tell that yours was used. They cannot tell what was answered.',
        'A comment may tell who you are. Leave out names, and what only you can know.',
        'If your browser has no JavaScript, the server sees your code and your answers together for a moment. It does not store them together.',
        'If everyone in a group gives the same answer, its figures tell what each of them answered.',
        'Locks that are safe today may be broken one day.',
      ],
    },
    rights: {
      title: 'Your rights',
      paragraphs: [
        'Every message of ours has a link called “Why did I get this?”. There you see why you were asked, and can pause or stop the surveys.',
        'You may also ask us what we store about you, and ask us to correct it, erase it or stop using it. Children and young people have the same rights.',
        'We cannot show you, change or erase answers that you have sent: nobody knows any more which ones are yours.',
      ],
      points: [],
    },
    responsible: {
      title: 'Who is responsible',
      paragraphs: [
        'We may handle your data because looking after the quality of services is a task in the public interest (General Data Protection Regulation, Article 6(1)(e)).',
      ],
      points: [],
    },
  },
  authority:
    'If you think that we handle your data wrongly, you may complain to the Data Protection Ombudsman:',
  authorityAddress: 'https://tietosuoja.fi/en',
  contact: {
    named: (name) => `${name} is responsible for these surveys and for your data. It is the data controller.`,
    contact: 'Ask us:',
    officer: 'Data protection officer:',
  },
};
