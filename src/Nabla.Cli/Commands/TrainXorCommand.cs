using System.CommandLine;
using Nabla.Cli.CommandLine;
using Nabla.Cli.Options;

namespace Nabla.Cli.Commands;

/// <summary><c>nabla train xor</c>: the smallest question that needs a hidden layer.</summary>
internal static class TrainXorCommand
{
    private const double Rate = 0.05;
    private const int Lines = 10;

    private static readonly float[,] s_questions = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };
    private static readonly float[,] s_answers = { { 0 }, { 1 }, { 1 }, { 0 } };

    public static Command Create(Terminal terminal, CancellationToken stop)
    {
        NetworkOptions network = new(defaultHidden: "4", defaultActivation: "tanh");
        Option<int> steps = NumberOptions.Count("--steps", "Steps to train.", fallback: 500, minimum: 1);
        Option<int> seed = NumberOptions.Count("--seed", "Where the first weights come from.", fallback: 1, minimum: 0);
        ExampleCommand command = new("xor", "Train the smallest network that needs a hidden layer.",
            ("train xor", "learns within a second"),
            ("train xor --hidden none", "cannot learn: no straight line parts the answers"))
        {
            steps,
            seed,
        };
        command.AddRange(network.All);
        command.SetAction(parsed => Run(
            terminal,
            network.Read(parsed).CreateModel(outputs: 1, parsed.GetValue(seed)),
            parsed.GetValue(steps), stop));
        return command;
    }

    private static int Run(Terminal terminal, Sequential model, int steps, CancellationToken stop)
    {
        Tensor questions = Tensor.From(s_questions);
        Tensor answers = Tensor.From(s_answers);
        Trainer trainer = new(model, new BinaryCrossEntropy(), new Adam(Rate));
        for (int step = 1; step <= steps; step++)
        {
            stop.ThrowIfCancellationRequested();
            double loss = trainer.Step(questions, answers);
            if (step == 1 || step % Math.Max(1, steps / Lines) == 0)
            {
                terminal.WriteLine($"step {step,6}   loss {loss:0.000000}");
            }
        }

        terminal.WriteLine();
        return Show(terminal, model.Predict(questions).Sigmoid().ToArray());
    }

    private static int Show(Terminal terminal, float[] probabilities)
    {
        int right = 0;
        for (int i = 0; i < probabilities.Length; i++)
        {
            bool isRight = probabilities[i] > 0.5f == (s_answers[i, 0] == 1);
            right += isRight ? 1 : 0;
            terminal.WriteLine($"{s_questions[i, 0]} xor {s_questions[i, 1]} = {s_answers[i, 0]}   "
                + $"network says {probabilities[i]:0.000}   {(isRight ? "right" : "wrong")}");
        }

        terminal.WriteLine();
        terminal.WriteLine($"{right} of {probabilities.Length} right");
        return ExitCode.Success;
    }
}
