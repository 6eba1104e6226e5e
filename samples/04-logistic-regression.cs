#:project ../src/Nabla/Nabla.csproj

// Is it yes or no? A linear layer gives a score, the sigmoid turns it into a probability, and cross-entropy asks that
// the probability of what was really the case be high. Two clouds of points, and the line between them.

using Nabla;

const int Count = 1000;
Random random = new(7);
float Normal() => MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(MathF.Tau * random.NextSingle());

float[] points = new float[Count * 2];
float[] isRight = new float[Count];
for (int i = 0; i < Count; i++)
{
    isRight[i] = i % 2;
    points[2 * i] = Normal() + (i % 2 == 1 ? 1.5f : -1.5f);
    points[(2 * i) + 1] = Normal();
}

Tensor x = Tensor.From(points, Count, 2), y = Tensor.From(isRight, Count, 1);
Sequential model = new() { new Dense(1) };
Trainer trainer = new(model, new BinaryCrossEntropy(), new Sgd(0.5));
for (int step = 0; step < 200; step++)
{
    trainer.Step(x, y);
}

float[] probability = model.Predict(x).Sigmoid().ToArray();
double accuracy = Enumerable.Range(0, Count).Count(i => probability[i] > 0.5f == (isRight[i] == 1)) / (double)Count;
float[] weight = model.Parameters[0].Value.ToArray();

// Two normal clouds of deviation 1, 3 apart: of all such points the best line, x = 0, parts Φ(1.5) = 93.3 %.
Console.WriteLine($"accuracy {accuracy:0.0 %}; the score is {weight[0]:0.00} x {weight[1]:+ 0.00;− 0.00} y");
bool learned = accuracy > 0.92 && Math.Abs(weight[1]) < 0.2 * weight[0];
Console.WriteLine(learned ? "yes: it looks at x and rightly ignores y" : "NO: the line is wrong");
return learned ? 0 : 1;
