using System.Text;
using Nabla.Data.Formats;
using Nabla.Tests.Data.Formats;

namespace Nabla.Tests.Training;

public sealed class ModelFileTests
{
    private const string Model = """
        {"type":"sequential","version":1,"seed":1,"trainable":true,"layers":[{"type":"dense","version":1,"units":2,
        "activation":"relu","useBias":false,"kernelInitializer":{"type":"zeros","version":1},
        "biasInitializer":{"type":"zeros","version":1},"trainable":true}]}
        """;

    private const string Input = """{"dType":"Float32","shape":[3]}""";

    [Fact]
    public void AModelComesBackWhole()
    {
        using var folder = new TemporaryFolder();
        var model = new Sequential(
            new Flatten(),
            new Sequential(
                new Dense(4, Activation.LeakyRelu(0.2), kernelInitializer: new RandomNormal(0, 0.1)) { Name = "inner" })
            {
                Trainable = false,
            },
            new Dropout(0.25f),
            new ActivationLayer(Activation.Tanh),
            new Dense(2, useBias: false))
        { Seed = 9 };
        model.Build(2, 3);
        model.Save(folder["m.nabla"]);

        var loaded = Assert.IsType<Sequential>(Nabla.Model.Load(folder["m.nabla"]));

        Assert.Equal(model.WeightsSha256(), loaded.WeightsSha256());
        Assert.Equal(model.Summary().ToString(), loaded.Summary().ToString());
        Assert.Equal(9, loaded.Seed);
        Assert.Equal([2, 3], loaded.InputShape!.Value);
        Assert.Equal(model.TrainableParameters.Select(p => p.Name), loaded.TrainableParameters.Select(p => p.Name));
        var inner = Assert.IsType<Dense>(Assert.IsType<Sequential>(loaded[1])[0]);
        Assert.Equal("leaky_relu(0.2)", inner.Activation.Name);
        Assert.Equal(0.1, Assert.IsType<RandomNormal>(inner.KernelInitializer).StandardDeviation);
        Assert.Equal(0.25f, Assert.IsType<Dropout>(loaded[2]).Rate);
    }

    [Fact]
    public void AnyReaderOpensTheWeights()
    {
        using var folder = new TemporaryFolder();
        var model = new Sequential { new Dense(2) };
        model.Build(3);
        model.Save(folder["m.nabla"]);

        using SafetensorsReader reader = SafetensorsReader.Open(folder["m.nabla"]);
        Assert.Equal(["0.bias", "0.weight"], reader.Tensors.Keys.Order());
        Assert.Equal([3, 2], reader.Tensors["0.weight"].Shape);
        Assert.Equal("1", reader.Metadata["nabla.format"]);
    }

    [Fact]
    public void AModelWithoutParametersCannotBeSaved()
    {
        using var folder = new TemporaryFolder();
        var exception = Assert.Throws<InvalidOperationException>(
            () => new Sequential { new Dense(1) }.Save(folder["m.nabla"]));
        Assert.Contains("Build", exception.Message);
        Assert.Empty(folder.FileNames());
    }

    [Fact]
    public void TheHandMadeFileIsRight()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(6, Nabla.Model.Load(Write(folder, Model, Input)).ParameterCount);
    }

    [Theory]
    // Eleven gigabytes, never allocated.
    [InlineData("\"units\":2", "\"units\":1000000000", "where the model's configuration asks for")]
    [InlineData("\"units\":2", "\"units\":0", "units")]
    [InlineData("\"units\":2", "\"units\":\"two\"", "configuration cannot be used")]
    [InlineData(
        "\"useBias\":false", "\"useBias\":true", "'0.bias' that the model's configuration asks for are missing")]
    [InlineData("\"dense\"", "\"System.Diagnostics.Process\"", "unknown")]
    [InlineData("\"relu\"", "\"rm -rf\"", "no activation")]
    [InlineData("\"type\":\"sequential\"", "\"type\":\"flatten\"", "has no such member")]
    [InlineData("\"useBias\"", "\"useBiaS\"", "layers[0].useBiaS: the layer 'dense' has no such member")]
    [InlineData("[{", "{", "configuration cannot be used")]
    [InlineData("\"version\":1,\"seed\"", "\"version\":99,\"seed\"", "version 99")]
    public void AConfigurationThatLiesIsRefused(string what, string instead, string expected)
    {
        using var folder = new TemporaryFolder();
        string path = Write(folder, Model.Replace(what, instead, StringComparison.Ordinal), Input);
        var exception = Assert.Throws<InvalidFileException>(() => Nabla.Model.Load(path));
        Assert.Contains(expected, exception.Message);
        Assert.Equal(path, exception.FilePath);
    }

    [Theory]
    [InlineData("""{"dType":"Float32","shape":[1000000000000,1000000000000]}""")]
    [InlineData("""{"dType":"Float32","shape":[-1]}""")]
    [InlineData("""{"dType":"Float32","shape":[4]}""")]
    [InlineData("""{"dType":"Float99","shape":[3]}""")]
    [InlineData("""{"dType":"Float64","shape":[3]}""")]
    [InlineData("""{"shape":[3]}""")]
    [InlineData("null")]
    [InlineData("")]
    public void AnInputThatLiesIsRefused(string input)
    {
        using var folder = new TemporaryFolder();
        string path = Write(folder, Model, input);
        Assert.Throws<InvalidFileException>(() => Nabla.Model.Load(path));
    }

    [Fact]
    public void DeepNestingIsRefused()
    {
        using var folder = new TemporaryFolder();
        var model = new StringBuilder(Model);
        for (int i = 0; i < 5000; i++)
        {
            model.Insert(0, """{"type":"sequential","version":1,"layers":[""").Append("]}");
        }

        string path = Write(folder, model.ToString(), Input);
        Assert.Throws<InvalidFileException>(() => Nabla.Model.Load(path));
    }

    [Fact]
    public void WeightsOfNoLayerAreRefused()
    {
        using var folder = new TemporaryFolder();
        string path = Write(folder, Model, Input, ("stray", [1]));
        Assert.Contains(
            "'stray' belong to no layer", Assert.Throws<InvalidFileException>(() => Nabla.Model.Load(path)).Message);
    }

    [Fact]
    public void BareWeightsAreNoModel()
    {
        using var folder = new TemporaryFolder();
        var writer = new SafetensorsWriter();
        writer.Add("w", SafetensorsType.Float32, [1], new byte[4]);
        writer.Save(folder["w.safetensors"]);
        Assert.Contains(
            "no model", Assert.Throws<InvalidFileException>(() => Nabla.Model.Load(folder["w.safetensors"])).Message);
        Assert.Contains("There is no file", Assert.Throws<FileNotFoundException>(
            () => Nabla.Model.Load(folder["none.nabla"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamageAnywhereIsRefusedOrHarmless()
    {
        using var folder = new TemporaryFolder();
        byte[] whole = File.ReadAllBytes(Write(folder, Model, Input));
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] damaged = [.. whole];
            damaged[i] ^= (byte)(1 << (i % 8));
            LoadsOrIsRefused(folder.Put("damaged.nabla", damaged));
            LoadsOrIsRefused(folder.Put("short.nabla", whole[..i]));
        }
    }

    [Fact]
    public void ALayerIsNoModel()
    {
        using var folder = new TemporaryFolder();
        string path = Write(folder, """{"type":"flatten","version":1}""", Input);
        Assert.Contains(
            "outermost layer is no model",
            Assert.Throws<InvalidFileException>(() => Nabla.Model.Load(path)).Message);
    }

    [Fact]
    public void EveryTurnedBitIsFoundOrHarmless()
    {
        using var folder = new TemporaryFolder();
        var model = new Sequential(new Dense(1, Activation.Relu)) { Seed = 3 };
        model.Build(2);
        model.Save(folder["whole.nabla"]);
        byte[] whole = File.ReadAllBytes(folder["whole.nabla"]);
        string path = folder["damaged.nabla"];
        int harmless = 0;
        for (int bit = 0; bit < whole.Length * 8; bit++)
        {
            byte[] damaged = [.. whole];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, damaged);
            try
            {
                Model loaded = Nabla.Model.Load(path);
                harmless++;
                Assert.Equal(model.WeightsSha256(), loaded.WeightsSha256());
                Assert.Equal(ComponentJson.Write(model), ComponentJson.Write(loaded));
            }
            catch (InvalidFileException)
            {
            }
        }

        // The names of the checksums themselves, without which a file is taken for an old one.
        Assert.InRange(harmless, 0, 8 * ("nabla.configuration.sha256".Length + "nabla.weights.sha256".Length));
    }

    [Fact]
    public void NumbersThatAreNotFiniteAreSavedOnRequest()
    {
        using var folder = new TemporaryFolder();
        var model = new Sequential(new Dense(1), new Dense(1));
        model.Build(1);
        model.Parameters[2].Value = Tensor.Full([1, 1], double.NegativeInfinity);
        model.Parameters[3].Value = Tensor.Full([1], double.NaN);

        string message = Assert.Throws<InvalidOperationException>(() => model.Save(folder["m.nabla"])).Message;
        Assert.Contains("'1.weight' holds NaN or infinity", message);
        Assert.Contains("allowNonFinite: true", message);
        Assert.Empty(folder.FileNames());

        model.Save(folder["m.nabla"], allowNonFinite: true);
        Assert.Equal(model.WeightsSha256(), Nabla.Model.Load(folder["m.nabla"]).WeightsSha256());
    }

    [Fact]
    public void AModelOfSeveralInputsComesBack()
    {
        using var folder = new TemporaryFolder();
        var shared = new Dense(2);
        Symbol left = Symbol.Input(3), right = Symbol.Input(new TensorSpec(DType.Float32, [3]), "right");
        Symbol joined = new Concatenate().On(left.Then(shared), right.Then(shared));
        var model = new Functional([left, right], [joined.Then(new Dense(1)), joined]) { Seed = 4 };
        model.Build();
        model.Save(folder["m.nabla"]);

        var loaded = Assert.IsType<Functional>(Nabla.Model.Load(folder["m.nabla"]));
        Assert.Equal(model.WeightsSha256(), loaded.WeightsSha256());
        Assert.Equal("right", loaded.Inputs[1].Name);
        Tensor a = Tensor.RandomNormal([2, 3], 1), b = Tensor.RandomNormal([2, 3], 2);
        Assert.Equal(
            model.Apply([a, b], CallContext.Inference).Select(y => y.ToArray()),
            loaded.Apply([a, b], CallContext.Inference).Select(y => y.ToArray()));
    }

    [Theory]
    [InlineData("\"layer\":0", "\"layer\":1", "no layer 1 among the 1")]
    [InlineData("\"inputs\":[0]", "\"inputs\":[1]", "no value 1 among the 1")]
    [InlineData("\"outputs\":[1]", "\"outputs\":[0]", "not those that the results depend on")]
    [InlineData("\"shape\":[3]", "\"shape\":3", "inputs[0].shape: expected a list")]
    public void AGraphThatLiesIsRefused(string what, string instead, string expected)
    {
        using var folder = new TemporaryFolder();
        const string Graph = """
            {"type":"functional","version":1,"inputs":[{"dType":"Float32","shape":[3]}],"outputs":[1],
            "calls":[{"layer":0,"inputs":[0]}],"layers":[{"type":"flatten","version":1}]}
            """;
        Assert.Contains(what, Graph);
        string path = Write(folder, Graph.Replace(what, instead, StringComparison.Ordinal), Input);
        Assert.Contains(expected, Assert.Throws<InvalidFileException>(() => Nabla.Model.Load(path)).Message);
    }

    private static void LoadsOrIsRefused(string path)
    {
        try
        {
            Nabla.Model.Load(path);
        }
        catch (InvalidFileException)
        {
        }
    }

    private static string Write(
        TemporaryFolder folder, string model, string input, params (string Name, long[] Shape)[] more)
    {
        var writer = new SafetensorsWriter();
        writer.AddMetadata("nabla.format", "1");
        writer.AddMetadata("nabla.model", model);
        writer.AddMetadata("nabla.input", input);
        foreach ((string name, long[] shape) in more.Append(("0.weight", [3, 2])))
        {
            writer.Add(
                name, SafetensorsType.Float32, shape,
                new byte[4 * shape.Aggregate(1L, (product, extent) => product * extent)]);
        }

        string path = folder["model.nabla"];
        writer.Save(path);
        return path;
    }
}
