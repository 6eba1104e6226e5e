using System.Globalization;
using Nabla.Cli.Options;
using Nabla.Cli.Views;

namespace Nabla.Cli.Sets;

/// <summary>The smallest question that needs a hidden layer: are two bits different?</summary>
internal sealed class XorSet : NamedSet
{
    private static readonly float[,] s_questions = { { 0, 0 }, { 0, 1 }, { 1, 0 }, { 1, 1 } };
    private static readonly int[] s_answers = [0, 1, 1, 0];

    private XorSet()
    {
    }

    public static XorSet Instance { get; } = new();

    public override string Name => "xor";

    public override string Title => "Exclusive or";

    public override string Description => "Train the smallest network that needs a hidden layer.";

    public override string Unit => "questions";

    public override IReadOnlyList<string> Classes { get; } = ["0", "1"];

    public override PlanDefaults Defaults => PlanDefaults.Xor;

    public override IReadOnlyList<(string Line, string Meaning)> Examples { get; } =
    [
        ("train xor", "learns within a second"),
        ("train xor --hidden none", "cannot learn: no straight line parts the answers"),
    ];

    public override LoadedSet Load(string? folder)
    {
        if (folder is not null)
        {
            throw new UsageException("--data is about files, and xor has none; leave it out.");
        }

        var all = new TensorDataset(Tensor.From(s_questions), Tensor.From(s_answers));
        return new LoadedSet(all, all, Folder: "");
    }

    public override Tensor Read(string input)
    {
        float?[] bits = [.. input.Split(',').Select(text =>
            float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out float bit)
            && float.IsFinite(bit) ? bit : (float?)null)];
        return bits is [{ } first, { } second]
            ? Tensor.From([first, second])
            : throw new UsageException(
                $"xor takes two numbers with a comma, such as 0,1, or the number of a question, not '{input}'.");
    }

    public override void Show(Terminal terminal, TestResult result, Dataset test)
    {
        for (int i = 0; i < result.Truth.Count; i++)
        {
            bool isRight = result.Truth[i] == result.Predicted[i];
            float[] question = test.Read([i]).Input.ToArray<float>();
            terminal.WriteLine($"{question[0]} xor {question[1]} = {result.Truth[i]}   "
                + $"network says {result.ProbabilityOf(i, label: 1):0.000}   {(isRight ? "right" : "wrong")}");
        }

        terminal.WriteLine();
        terminal.WriteLine($"{result.Truth.Count - result.Mistakes.Count} of {result.Truth.Count} right");
    }
}
