using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Nabla.Cli.Sources;
using Nabla.Data.Formats;

namespace Nabla.Cli.Runs;

/// <summary>Everything that determines a run: equal ones end in equal weights.</summary>
internal sealed record RunConfiguration
{
    /// <summary>Of this file's format.</summary>
    public const int CurrentVersion = 1;

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = ComponentJson.MaximumDepth,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public int Version { get; init; } = CurrentVersion;

    public required DataConfiguration Data { get; init; }

    /// <summary>The share of all examples that decides when to stop.</summary>
    public required double Validation { get; init; }

    /// <summary>The share of all examples that the model never sees.</summary>
    public required double Test { get; init; }

    /// <summary>Where all random numbers come from.</summary>
    public required int Seed { get; init; }

    /// <summary>Passes over the examples to train on, at most.</summary>
    public required int Epochs { get; init; }

    /// <summary>Examples in a step.</summary>
    public required int Batch { get; init; }

    /// <summary>Epochs without a better validation loss after which training ends.</summary>
    public required int Patience { get; init; }

    /// <summary>Steps from one checkpoint to the next within an epoch; 0 for none.</summary>
    public long CheckpointSteps { get; init; }

    /// <summary>Seconds from one checkpoint to the next within an epoch.</summary>
    public double CheckpointSeconds { get; init; } = 60;

    public required JsonElement Model { get; init; }

    public required JsonElement Loss { get; init; }

    public required JsonElement Optimizer { get; init; }

    /// <summary>How the learning rate changes; null where it does not.</summary>
    public JsonElement? Schedule { get; init; }

    /// <summary>A component as a part of a configuration.</summary>
    public static JsonElement Element(object component)
    {
        using JsonDocument document = JsonDocument.Parse(ComponentJson.Write(component), new JsonDocumentOptions
        {
            MaxDepth = ComponentJson.MaximumDepth,
        });
        return document.RootElement.Clone();
    }

    public void Save(string path) => AtomicFile.WriteAllText(path, JsonSerializer.Serialize(this, s_options) + "\n");

    /// <summary>Reads a configuration.</summary>
    /// <exception cref="InvalidFileException">The file is none.</exception>
    public static RunConfiguration Load(string path)
    {
        try
        {
            RunConfiguration read = JsonSerializer.Deserialize<RunConfiguration>(File.ReadAllText(path), s_options)
                ?? throw new JsonException("nothing is there");
            read.Check();
            return read;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new InvalidFileException(
                path, 0, $"this is no configuration of a run: {exception.Message.TrimEnd('.')}",
                "Use a configuration.json that 'nabla train' wrote.", exception);
        }
    }

    private void Check()
    {
        if (Version != CurrentVersion)
        {
            throw new JsonException($"its version is {Version} where this program knows {CurrentVersion}");
        }

        if (Validation is not (>= 0 and < 1) || Test is not (>= 0 and < 1) || Validation + Test >= 1
            || Epochs < 1 || Batch < 1 || Patience < 1 || CheckpointSteps < 0 || !(CheckpointSeconds > 0)
            || CheckpointSeconds > TimeSpan.MaxValue.TotalSeconds / 2)
        {
            throw new JsonException("a share or a number is out of range");
        }

        _ = ComponentJson.Read<Model>(Model.GetRawText());
        _ = ComponentJson.Read<Loss>(Loss.GetRawText());
        _ = ComponentJson.Read<Optimizer>(Optimizer.GetRawText());
        _ = Schedule is { } schedule ? ComponentJson.Read<LearningRateSchedule>(schedule.GetRawText()) : null;
    }
}
