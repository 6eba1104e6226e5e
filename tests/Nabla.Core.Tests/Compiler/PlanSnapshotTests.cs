using Nabla.Compiler;

namespace Nabla.Tests.Compiler;

/// <summary>Plans of small models, compared with files.</summary>
/// <remarks>After a change that is wanted: <c>NABLA_UPDATE_SNAPSHOTS=1 dotnet test</c>.</remarks>
public sealed class PlanSnapshotTests
{
    [Fact]
    public void DenseLayer() => Compare("DenseLayer", Bind(
        x => [(x[0].MatMul(x[1]) + x[2]).Relu()], [32, 784], [784, 128], [128]));

    [Fact]
    public void NormalisedRows() => Compare("NormalisedRows", Bind(
        x => [(x[0] - x[0].Mean([1], keepAxes: true)) / (x[0].Variance([1], keepAxes: true) + 1e-5).Sqrt()], [32, 64]));

    [Fact]
    public void MatrixProductOfAView() => Compare("MatrixProductOfAView", Bind(
        x => [x[0].Transpose().MatMul(x[1][.., 1..]) * 2], [8, 4], [8, 6]));

    [Fact]
    public void TrainingStep()
    {
        var weight = new Variable("weight", Tensor.Zeros(784, 10));
        var bias = new Variable("bias", Tensor.Zeros(10));
        var step = new CompiledFunction(inputs =>
        {
            Tensor loss = (inputs[0].MatMul(weight.Value) + bias.Value).CrossEntropy(inputs[1]).Mean();
            Tensor[] gradients = Gradient.Of(loss, weight.Value, bias.Value);
            weight.Value = weight.Value - gradients[0] * 0.1;
            bias.Value = bias.Value - gradients[1] * 0.1;
            return [loss];
        });
        Compare(
            "TrainingStep",
            step.Bind(new TensorSpec(DType.Float32, [32, 784]), new TensorSpec(DType.Int32, [32])).Program);
    }

    private static Program Bind(Func<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>> function, params Shape[] inputs) =>
        new CompiledFunction(function).Bind([.. inputs.Select(shape => new TensorSpec(DType.Float32, shape))]).Program;

    private static void Compare(string name, Program program)
    {
        string folder = AppContext.BaseDirectory;
        while (!Directory.Exists(Path.Combine(folder, "tests", "golden")))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        string path = Path.Combine(folder, "tests", "Nabla.Core.Tests", "Compiler", "Snapshots", $"{name}.txt");
        if (Environment.GetEnvironmentVariable("NABLA_UPDATE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, program.Dump());
        }

        Assert.Equal(File.ReadAllText(path), program.Dump());
    }
}
