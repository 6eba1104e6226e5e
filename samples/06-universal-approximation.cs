#:project ../src/Nabla/Nabla.csproj

// One hidden layer can come as near to any continuous function as you like, if it is wide enough (Cybenko, 1989). Here
// is a wavy function, and how far 2, 8 and 32 hidden units stay away from it.

using Nabla;

const int Count = 256;
float[] grid = [.. Enumerable.Range(0, Count).Select(i => (2f * i / (Count - 1)) - 1)];
Tensor x = Tensor.From(grid, Count, 1);
Tensor y = Tensor.From([.. grid.Select(value => MathF.Sin(6 * value) * MathF.Exp(-value))], Count, 1);

int[] widths = [2, 8, 32];
double[] errors = [.. widths.Select(ErrorOf)];
foreach ((int width, double error) in widths.Zip(errors))
{
    Console.WriteLine($"{width,3} hidden units: root mean square error {error:0.0000}");
}

bool better = errors[1] < errors[0] / 2 && errors[2] < errors[1] && errors[2] < 0.05;
Console.WriteLine(better ? "yes: wider is nearer" : "NO: wider is not nearer");
return better ? 0 : 1;

double ErrorOf(int width)
{
    Sequential model = new() { Seed = 5 };
    model.Add(new Dense(width, Activation.Tanh, true, new RandomUniform(-5, 5), new RandomUniform(-3, 3)));
    model.Add(new Dense(1));

    Adam adam = new(0.02);
    Trainer trainer = new(model, new MeanSquaredError(), adam);
    const int Steps = 3000;
    for (int step = 0; step < Steps; step++)
    {
        adam.LearningRate = 0.02 * (1 - ((double)step / Steps));
        trainer.Step(x, y);
    }

    return (model.Predict(x) - y).Square().Mean().Sqrt().Item<float>();
}
