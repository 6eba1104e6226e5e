using Nabla.Configuration;

namespace Nabla;

/// <summary>What a checkpoint says of an epoch.</summary>
internal sealed record EpochDescription(EpochRecord Record) : ISelfDescribing<EpochDescription>
{
    private static readonly ConfigurationType<string[]> s_names = ConfigurationTypes.Array(ConfigurationTypes.String);
    private static readonly ConfigurationType<double[]> s_numbers = ConfigurationTypes.Array(ConfigurationTypes.Double);

    public void WriteConfiguration(ComponentWriter writer)
    {
        writer.Write("epoch", Record.Epoch, ConfigurationTypes.Int32);
        writer.Write("examples", Record.Examples, ConfigurationTypes.Int32);
        writer.Write("seconds", Record.Duration.TotalSeconds, ConfigurationTypes.Double);
        writer.Write("examplesPerSecond", Record.ExamplesPerSecond, ConfigurationTypes.Double);
        writer.Write("learningRate", Record.LearningRate, ConfigurationTypes.Double);
        writer.Write("names", [.. Record.Training.Select(value => value.Name)], s_names);
        writer.Write("training", [.. Record.Training.Select(value => value.Value)], s_numbers);
        if (Record.Validation is { } validation)
        {
            writer.Write("validation", [.. validation.Select(value => value.Value)], s_numbers);
        }
    }

    public static EpochDescription ReadConfiguration(ComponentReader reader)
    {
        string[] names = reader.Read("names", s_names);
        MetricValues Values(double[] numbers) => numbers.Length == names.Length && numbers.Length > 0
            ? new MetricValues([.. names.Zip(numbers)])
            : throw reader.Invalid($"{numbers.Length} numbers for {names.Length} names");

        return new EpochDescription(new EpochRecord(
            reader.Read("epoch", ConfigurationTypes.Int32),
            Values(reader.Read("training", s_numbers)),
            reader.TryRead("validation", s_numbers, out double[]? validation) ? Values(validation) : null,
            reader.Read("examples", ConfigurationTypes.Int32),
            TimeSpan.FromSeconds(reader.Read("seconds", ConfigurationTypes.Double)))
        {
            ExamplesPerSecond = reader.Read("examplesPerSecond", ConfigurationTypes.Double),
            LearningRate = reader.Read("learningRate", ConfigurationTypes.Double),
        });
    }
}
