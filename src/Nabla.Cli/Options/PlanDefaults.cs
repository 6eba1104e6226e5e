namespace Nabla.Cli.Options;

/// <summary>What a run does where the user says nothing; what is null the data decide.</summary>
/// <param name="Hidden">Units of the hidden layers, as users type them.</param>
/// <param name="Activation">What follows each of them.</param>
/// <param name="Epochs">Passes over the examples.</param>
/// <param name="Batch">Examples in a step.</param>
/// <param name="Optimizers">The methods of learning with their defaults; the first is the default.</param>
/// <param name="Schedule">How the rate changes.</param>
/// <param name="Validation">The share that decides when to stop; 0 to train all epochs.</param>
/// <param name="HasTest">Whether the examples to test with are settled, so that none are set aside.</param>
/// <param name="EpochsAlias">What the option for epochs is called as well.</param>
/// <param name="Model">The kind of network.</param>
internal sealed record PlanDefaults(
    string? Hidden,
    string Activation,
    int? Epochs,
    int? Batch,
    IReadOnlyList<OptimizerKind> Optimizers,
    string Schedule,
    double Validation,
    bool HasTest,
    string? EpochsAlias = null,
    string Model = "dense")
{
    /// <summary>For tables and folders of images.</summary>
    public static PlanDefaults Data { get; } = new(
        Hidden: null, "relu", Epochs: null, Batch: null, OptimizerKind.ForData, OptimizerSettings.OneCycle,
        Validation: 0.1, HasTest: false);

    /// <summary>For tens of thousands of small images.</summary>
    public static PlanDefaults Images { get; } = new(
        "128", "relu", Epochs: 20, Batch: 64, OptimizerKind.All, OptimizerSettings.OneCycle, Validation: 0,
        HasTest: true);

    /// <summary>For tens of thousands of small photographs.</summary>
    public static PlanDefaults Photographs { get; } = Images with { Hidden = "none", Epochs = 10, Model = "resnet" };

    /// <summary>For four questions.</summary>
    public static PlanDefaults Xor { get; } = new(
        "4", "tanh", Epochs: 500, Batch: 4, OptimizerKind.ForXor, OptimizerSettings.Constant, Validation: 0,
        HasTest: true, EpochsAlias: "--steps");
}
