/**
 * Names that people in Finland have brought from elsewhere: Russian, Ukrainian, Estonian, Arabic, Somali, Kurdish, Persian,
 * Turkish, Vietnamese, Thai, English and others, as far as they are common. Facts of public statistics, written by hand.
 */
export const otherFirstNames: readonly string[] = `
Aaron Abbas Abdelrahman Abdi Abdifatah Abdinasir Abdirahim Abdirahman Abdirashid Abdul Abdulahi Abdulkadir Abdullah
Abdullahi Abdulrahman Abigail Abukar Adan Aden Adnan Adrian Afrah Agnieszka Ahmad Ahmed Ahmet Aidan Aisha Aishah
Akram Aleksandr Aleksei Aleksey Alena Alexei Ali Alina Aliona Alison Alya Amadou Amal Amani Ameen Amiira Amin
Amina Aminata Amir Amira Amit Amran Amy Anar Anastasia Anastasija Anastassia Anatoli Andrei Andrej Andrew Andrus
Angela Anh Anita Annely Ants Anzhela Araz Arben Ardita Arjun Armin Artem Artjom Artur Artyom Arvydas Asad Asha
Ashley Ashraf Asma Ayaan Ayan Aynur Ayse Ayşe Azad Aziz Aziza Bahar Barbara Bashir Besim Besnik Bilal Binh Blerta
Bogdan Boris Brian Bruce Burhan Camille Carlos Carmen Carol Caroline Chanida Charles Chiara Chinedu Chloe Chloé
Chris Christopher Claire Clare Craig Cristina Dahir Daniel Daria Darja Darya Deborah Deepa Denis Deqa Derek Diego
Dilan Dildar Dima Dinh Dmitri Dmitry Dmytro Donna Duncan Dylan Ebru Edona Edward Eileen Ekaterina Ekrem Eldar Elena
Elira Elizabeth Elmira Elvira Elvis Emeka Emily Emmanuel Emre Ersin Eser Esra Ethan Ewa Fadi Faduma Fadumo Faisal
Farah Farhad Farhan Farid Farida Fartun Fatima Fatma Fatmata Fatos Fatou Fatuma Fawzia Ferhat Fiona Frances
Francesca François Fyodor Galina Gani Gareth Gary Gavin Gennadi Geoffrey George Georgi Gheorghe Giovanni Giulia
Giuseppe Gjergj Goran Gordon Graham Guled Gulnara Habib Habiba Hadi Hafsa Haider Hakan Halima Halimo Hamdi Hamid
Hamza Hani Hannah Hans Harry Haruto Hasan Hassan Hatice Hawa Hawo Haydar Heather Heba Heinz Helen Henry Hiba Hibo
Hiroshi Hodan Hodo Houda Huda Husein Huseyin Hussain Hussein Hyseyin Ian Ibado Ibrahim Ibtisam Idil Idris Ifrah Igor
Ikran Ilhan Ilja Ilya Iman Imran Inessa Inna Ioana Irfan Irina Iryna Isaac Ismail Isman Ivan Ivana Jaak Jaan Jaanika
Jacek Jack Jacob Jama Jamal James Jamie Jamila Jane Janet Jason Jawad Jean Jeff Jeffrey Jekaterina Jelena Jennifer
Jeremy Jessica Jevgeni Jevgenia Jim Jing Joan Joanna Joanne John Jonathan Jorge José Joseph Joshua Joyce Juan Judith
Julie Juliia Julija Juri Justin Jürgen Kadra Kadri Kairi Kaisar Kamila Kareem Karen Karim Karima Katarzyna Kateryna
Katherine Kathleen Katie Katre Katrin Keith Kelly Kemal Kenji Kenneth Kevin Khadar Khadija Khadra Khaled Khalid
Khalil Kiril Kirill Klaus Kofi Kostja Kristjan Krzysztof Ksenia Kwame Laila Lakshmi Lamia Larisa Larissa Latifa
Laura Lauren Layla Leonid Leslie Lewis Leyla Lidia Lily Linda Linh Lisa Liz Ljubov Ljudmila Louis Lubna Luca Lucía
Lucy Lynn Lyudmila Madison Magdalena Mahad Mahamed Mahmoud Mahmud Mahsa Małgorzata Malika Malyun Mamadou Marco
Mardin Marek Margaret Mariam Marjan Martha Mary Maryam Maryan Maryna Matthew Maxamed Megan Mehdi Mehmed Mehmet
Melissa Merita Merve Michael Michelle Miguel Mihai Mihail Mike Mikhail Milan Milica Minh Mirela Mirjeta Mirza
Mohamad Mohamed Mohammad Mohammed Mohamoud Mohamud Mohsen Molly Mona Monir Mostafa Muhamed Muhammad Muhammed
Muhiyadin Mukhtar Munira Murad Murat Musa Mustafa Nabil Nada Nadezda Nadezhda Nadia Nadifa Nadja Najma Nancy Narges
Nasir Nasra Nasrin Nasteho Natalie Nataliia Natalja Natalya Nathan Nazanin Negar Neil Nejla Nermin Ngozi Nguyen
Nhung Nicholas Nick Nicola Nicolae Nigel Nikita Nikolaj Noor Nour Nura Nurhan Nuria Nuur Oksana Oleksandr Oleksii
Olena Olesja Oliver Omar Omer Osman Ousmane Pamela Parisa Parwin Patricia Paul Pavel Pawel Paweł Pedro Peter Phil
Philip Phuong Pierre Piotr Polina Priya Qamar Rabia Rachel Rachid Rahma Rahmo Rahul Rajab Ralph Ramadan Raman
Ramazan Ramla Rana Rania Rasha Rashid Rauf Raya Rebecca Reem Reza Richard Rimma Riyad Robert Roda Rojda Ronald Ross
Rozhin Ruqiya Ruslan Rustam Ruth Ryan Saad Saba Sabah Sabrije Sabrina Sadia Sadiq Safia Sagal Sahra Sahro Saida
Sakura Salah Saleem Saleh Salim Salima Salma Salman Salwa Sam Samantha Samir Samira Samiya Sanjay Sarah Sardar
Sarkis Saynab Scott Serdar Sergej Sergey Serhii Setareh Shabnam Shadi Shahad Shamsa Shamso Sharon Sheila Shirin
Shirwan Shukri Siham Sihem Simon Sinan Siyad Slavko Sofía Soheila Somaya Somchai Sonia Sophie Stephanie Stephen
Steve Steven Stuart Suad Sucad Sucdi Suhur Suleiman Suleyman Sultan Sumaya Sumayo Sunita Susan Suzanne Svetlana
Svitlana Taha Taher Tahir Tamana Tarek Tarik Tariq Tatiana Tatyana Terry Thanh Thao Theresa Thomas Thuy Timothy
Timur Toby Tomasz Tony Tracy Trevor Trung Tuan Tyler Ubah Ulvi Umar Umut Ursula Urve Usman Vadim Vagif Valentina
Valeri Valeria Valeriia Vanessa Vasili Vasily Vera Veronica Viktoriia Viktorija Vincent Vitali Vitaly Vjatseslav
Vladimir Vladislav Volodymyr Waleed Walid Warda Warsame Wassim Wendy William Wojciech Wolfgang Xalimo Xiu Yahya Yan
Yana Yasemin Yasin Yasir Yasmiin Yasmin Yevhen Yousef Youssef Yuki Yulia Yuliia Yunus Yuri Yusra Yusuf Zahra Zahraa
Zain Zainab Zakaria Zamzam Zara Zarina Zaynab Zehra Zeinab Zeynep Ziad Zinaida Zoe Zoran Zuhur Zuleikha
`
  .trim()
  .split(/\s+/);

export const otherSurnames: readonly string[] = `
Abdi Abdirahman Abdullah Abdullahi Abdulle Adan Aden Adeyemi Ahmad Ahmadi Ahmed Aliyev Anderson
Bajrami Bashir Becker Bekele Berisha Boiko Bondarenko Çelik Chen Choi Clark Clarke Cooper Dahir Davies Davis Demir
Diallo Edwards Elmi Evans Farah Fedorov Fedorova Fernandez Fischer Garcia Gashi Girma Gonzalez Guled Gupta Gurung
Gutale Haji Hamid Harris Hasan Hasani Hashimi Hassan Hernandez Hersi Hoang Hosseini Hoxha Huang Hughes Hussain
Hussein Ibrahim Ismail Ivanov Ivanova Jackson Jama Jamac Jibril Johnson Jones Karimi Kaya Kebede Kelmendi Khalif Kim
Kõiv Koppel Koroma Kovalchuk Kovalenko Kowalski Kozlov Kozlova Krasniqi Kravchenko Kumar Kuusk Kuznetsov Kuznetsova
Laur Lebedev Lebedeva Lepik Lewis Lopez Lysenko Mahamud Mahmoud Martin Martinez Melnyk Mensah Meyer Mikhailov
Mikhailova Miller Mohamed Mohammadi Mohammed Mohamud Moore Morina Morozov Morozova Morris Mustafa Mwangi Müller Mägi
Ngo Nguyen Nikolaev Nikolaeva Noor Novikov Novikova Nowak Nuur Okafor Oliveira Oliynyk Omar Orlov Orlova Osman
Otieno Patel Pavlov Pavlova Perez Petrov Petrova Pham Phan Popov Popova Poudel Pärn Qasim Rahimi Raudsepp Rebane
Rexhepi Roberts Robinson Rodriguez Romanov Romanova Salah Saleh Samatar Sanchez Santos Schmidt Schneider Semenov
Semenova Sepp Sesay Sharif Sharma Shehu Sheikh Shevchenko Shrestha Silva Singh Siyad Smirnov Smirnova Smith Sokolov
Sokolova Suzuki Tadesse Tamang Taylor Tesfaye Thapa Thomas Thompson Tkachenko Traoré Vaher Volkov Volkova Wagner
Wang Wanjiru Warsame Weber Williams Wilson Yang Yilmaz Yıldız Yusuf Zamani Zhang Zhao Zhou Öztürk
`
  .trim()
  .split(/\s+/);
