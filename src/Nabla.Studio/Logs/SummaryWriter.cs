using System.Globalization;
using Nabla.Data.Formats;

namespace Nabla.Studio;

/// <summary>
/// Writes an event file, which TensorBoard reads: numbers, histograms, pictures and texts, each at a step.
/// </summary>
/// <remarks>
/// Every record goes to the system at once and whole, so that a process that dies leaves a readable file.
/// </remarks>
/// <example><code>
/// using var writer = new SummaryWriter("logs/mine");
/// writer.AddScalar("reward", 12.5, step: 100);
/// </code></example>
public sealed class SummaryWriter : IDisposable
{
    private const int StringType = 7;
    private static int s_files;

    private readonly FileStream _stream;
    private readonly Lock _lock = new();

    /// <summary>Creates an event file with a name of its own.</summary>
    /// <param name="logDirectory">The folder; it is created if need be.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public SummaryWriter(string logDirectory)
    {
        ArgumentException.ThrowIfNullOrEmpty(logDirectory);
        Directory.CreateDirectory(logDirectory);
        long seconds = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        string name = string.Create(
            CultureInfo.InvariantCulture,
            $"events.out.tfevents.{seconds}.{Environment.ProcessId}.{Interlocked.Increment(ref s_files)}");
        FilePath = Path.Combine(logDirectory, name);
        _stream = new FileStream(FilePath, FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        Write(Event(step: 0).Text(3, "brain.Event:2"));
    }

    /// <summary>The file.</summary>
    public string FilePath { get; }

    /// <summary>Adds a number to a curve.</summary>
    /// <param name="tag">The curve's name; what is before a '/' groups curves.</param>
    /// <param name="value">The number; the format keeps it as float32.</param>
    /// <param name="step">Its place on the x axis.</param>
    public void AddScalar(string tag, double value, long step) => Write(step, Value(tag).Float(2, (float)value));

    /// <summary>Adds the distribution of a tensor's elements.</summary>
    /// <param name="tag">The name; what is before a '/' groups histograms.</param>
    /// <param name="histogram">The distribution; one of no finite elements is left out.</param>
    /// <param name="step">Its place in time.</param>
    public void AddHistogram(string tag, Histogram histogram, long step)
    {
        ArgumentNullException.ThrowIfNull(histogram);
        long count = histogram.Count;
        if (count == 0)
        {
            return;
        }

        // Limits have to grow: equal elements are one bin.
        int bins = histogram.Max > histogram.Min ? histogram.Counts.Count : 1;
        double width = (histogram.Max - histogram.Min) / bins;
        double squares = (histogram.Deviation * histogram.Deviation) + (histogram.Mean * histogram.Mean);
        Write(step, Value(tag).Message(5, new ProtobufWriter()
            .Double(1, histogram.Min)
            .Double(2, histogram.Max)
            .Double(3, count)
            .Double(4, histogram.Mean * count)
            .Double(5, squares * count)
            .Doubles(6, [.. Enumerable.Range(1, bins - 1).Select(i => histogram.Min + (width * i)), histogram.Max])
            .Doubles(7, bins == 1 ? [count] : [.. histogram.Counts.Select(bin => (double)bin)])));
    }

    /// <summary>Adds a picture.</summary>
    /// <param name="tag">The name.</param>
    /// <param name="image">The picture.</param>
    /// <param name="step">Its place in time.</param>
    public void AddImage(string tag, RasterImage image, long step)
    {
        ArgumentNullException.ThrowIfNull(image);
        Write(step, Value(tag).Message(4, new ProtobufWriter()
            .Int64(1, image.Height)
            .Int64(2, image.Width)
            .Int64(3, image.Channels)
            .Bytes(4, ExamplePicture.Encode(image))));
    }

    /// <summary>Adds a text in Markdown.</summary>
    /// <param name="tag">The name.</param>
    /// <param name="text">The text.</param>
    /// <param name="step">Its place in time.</param>
    public void AddText(string tag, string text, long step)
    {
        ArgumentNullException.ThrowIfNull(text);
        ProtobufWriter plugin = new ProtobufWriter().Text(1, "text");
        Write(step, Value(tag)
            .Message(9, new ProtobufWriter().Message(1, plugin))
            .Message(8, new ProtobufWriter()
                .Int64(1, StringType)
                .Message(2, new ProtobufWriter().Message(2, new ProtobufWriter().Int64(1, 1)))
                .Text(8, text)));
    }

    /// <summary>Closes the file.</summary>
    public void Dispose() => _stream.Dispose();

    private static ProtobufWriter Value(string tag)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        return new ProtobufWriter().Text(1, tag);
    }

    private static ProtobufWriter Event(long step) => new ProtobufWriter()
        .Double(1, DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() / 1000.0)
        .Int64(2, step);

    private void Write(long step, ProtobufWriter value) =>
        Write(Event(step).Message(5, new ProtobufWriter().Message(1, value)));

    private void Write(ProtobufWriter message)
    {
        lock (_lock)
        {
            _stream.Write(TensorFlowRecord.Of(message.Written));
            _stream.Flush();
        }
    }
}
