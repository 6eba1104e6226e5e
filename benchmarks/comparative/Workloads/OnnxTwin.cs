using System.Runtime.InteropServices;

namespace Nabla.Benchmarks.Comparative.Workloads;

/// <summary>A network of Nabla's, one image, and an ONNX file of the same network with the same weights.</summary>
internal sealed class OnnxTwin : IDisposable
{
    private const int Side = 224;
    private const int Channels = 3;
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(3);

    private readonly PeerProcess? _onnx;
    private readonly string _folder = Directory.CreateTempSubdirectory("nabla-compare-").FullName;

    /// <summary>Builds the network; where both peers are there, has PyTorch write the file.</summary>
    /// <param name="name">The name that <c>peer.py</c> knows the network by.</param>
    /// <param name="create">Creates the network.</param>
    /// <param name="context">The peers.</param>
    public OnnxTwin(string name, Func<Shape, Model> create, WorkloadContext context)
    {
        Model model = create([Side, Side, Channels]);
        if (!model.IsBuilt)
        {
            model.Build(Side, Side, Channels);
        }

        GiveStatistics(model);
        Samples.Fill(Image, seed: 1);
        Predictor = model.Compile(1, Side, Side, Channels);
        Scores = new float[Predictor.Outputs[0].Shape.ElementCount];
        if (context is { Torch: { } torch, Onnx: { } onnx })
        {
            _onnx = onnx;
            string weights = Path.Combine(_folder, "weights.nabla");
            OnnxFile = Path.Combine(_folder, "network.onnx");
            model.Save(weights);
            torch.Measure(
                new PeerRequest($"onnx-{name}", 1, 1, Foreach: false, Seconds: 0, Input: weights, Output: OnnxFile),
                _timeout);
            File.Delete(weights);
        }
    }

    /// <summary>Nabla's side, its weights as they are.</summary>
    public Predictor Predictor { get; }

    /// <summary>The image, [height, width, channels].</summary>
    public float[] Image { get; } = new float[Side * Side * Channels];

    /// <summary>What Nabla gave for the image the last time.</summary>
    public float[] Scores { get; }

    /// <summary>The ONNX file; null where a peer is missing.</summary>
    public string? OnnxFile { get; }

    /// <summary>Runs Nabla's side.</summary>
    public void Run() => Predictor.Run<float, float>(Image, Scores);

    /// <summary>The largest difference of Nabla's scores from ONNX Runtime's, as a share of the largest.</summary>
    /// <param name="threads">The threads of both.</param>
    /// <exception cref="InvalidOperationException">A peer is missing.</exception>
    public double Error(int threads)
    {
        if (_onnx is null || OnnxFile is null)
        {
            throw new InvalidOperationException("Scores are compared with ONNX Runtime's, which needs both peers.");
        }

        string input = Path.Combine(_folder, "image.bin"), output = Path.Combine(_folder, "scores.bin");
        File.WriteAllBytes(input, MemoryMarshal.AsBytes(ChannelsFirst().AsSpan()));
        _onnx.Measure(
            new PeerRequest(OnnxFile, threads, threads, Foreach: false, Seconds: 0, Input: input, Output: output),
            _timeout);
        Run();
        float[] theirs = MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(output)).ToArray();
        return theirs.Zip(Scores, (their, our) => Math.Abs((double)our - their)).Max() / theirs.Max(Math.Abs);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private float[] ChannelsFirst()
    {
        float[] planes = new float[Image.Length];
        for (int i = 0; i < Image.Length; i++)
        {
            (int pixel, int channel) = Math.DivRem(i, Channels);
            planes[(channel * Side * Side) + pixel] = Image[i];
        }

        return planes;
    }

    // Normalizations that have seen nothing yet change nothing, and nobody would notice that one was left out.
    private static void GiveStatistics(Model model)
    {
        foreach ((int seed, (string path, Variable variable)) in model.VariablePaths().Index())
        {
            (float least, float range)? interval = path[(path.LastIndexOf('.') + 1)..] switch
            {
                "gamma" => (0.5f, 0.5f),
                "moving_variance" => (0.5f, 1f),
                "beta" or "moving_mean" or "bias" => (-0.1f, 0.2f),
                _ => null,
            };
            if (interval is var (least, range))
            {
                variable.Value = (Samples.Uniform(variable.Shape, seed) * range) + least;
            }
        }
    }
}
